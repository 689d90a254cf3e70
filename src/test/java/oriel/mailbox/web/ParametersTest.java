package oriel.mailbox.web;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ParametersTest {

    @Test
    void readsTheMessagesOfAnAction() {
        Parameters parameters =
                parameters(Map.of("folder", "Projekte/Ä & \"ö\" 🎈", "uidValidity", "7", "uids", "3,5"));

        assertThat(parameters.messages())
                .containsExactly(ref("Projekte/Ä & \"ö\" 🎈", 7, 3), ref("Projekte/Ä & \"ö\" 🎈", 7, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "1.5", "99999999999999999999", "1 2"})
    void refusesWhatIsNoUid(String uid) {
        Parameters parameters = parameters(Map.of("folder", "INBOX", "uidValidity", "7", "uid", uid));

        assertThatIllegalArgumentException().isThrownBy(parameters::message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a\r\nb", "a\nb", "a\u0000"})
    void refusesWhatIsNoFolder(String folder) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(Map.of("folder", folder)).folder());
    }

    @Test
    void refusesWhatIsMissing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> parameters(Map.of()).message());
    }

    @Test
    void refusesMoreMessagesThanAnActionTakes() {
        String uids =
                IntStream.rangeClosed(1, 1_001).mapToObj(Integer::toString).collect(Collectors.joining(","));
        Parameters parameters = parameters(Map.of("folder", "INBOX", "uidValidity", "1", "uids", uids));

        assertThatIllegalArgumentException().isThrownBy(parameters::messages);
    }

    private static Parameters parameters(Map<String, String> values) {
        return new Parameters(values::get);
    }

    private static MessageRef ref(String folder, long uidValidity, long uid) {
        return new MessageRef(new FolderPath(folder), uidValidity, uid);
    }
}
