package oriel.mailbox.web;

import java.util.List;
import org.junit.jupiter.api.Test;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;

class RefsServletTest {

    private static MessageRef ref(String folder, long uid) {
        return new MessageRef(new FolderPath(folder), 7, uid);
    }

    @Test
    void tellsRunsOfUidsForEachFolder() {
        var json = RefsServlet.json(List.of(
                ref("INBOX", 9), ref("Sent", 4), ref("INBOX", 3), ref("INBOX", 2), ref("INBOX", 1), ref("INBOX", 8)));

        assertThat(json.toString())
                .isEqualTo("{\"places\":[{\"folder\":\"INBOX\",\"uidValidity\":7,\"runs\":[1,2,8,1]},"
                        + "{\"folder\":\"Sent\",\"uidValidity\":7,\"runs\":[4,0]}]}");
    }

    @Test
    void tellsOfNothing() {
        assertThat(RefsServlet.json(List.of()).toString()).isEqualTo("{\"places\":[]}");
    }
}
