package oriel.compose;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReplyThreadTest {

    @Test
    void appendsTheOriginalToItsReferences() {
        ReplyThread thread = ReplyThread.of(Originals.threaded("<c@x>", "<b@x>", List.of("<a@x>", "<b@x>")));

        assertThat(thread.inReplyTo()).isEqualTo("<c@x>");
        assertThat(thread.references()).containsExactly("<a@x>", "<b@x>", "<c@x>");
    }

    @Test
    void takesInReplyToWhereThereAreNoReferences() {
        ReplyThread thread = ReplyThread.of(Originals.threaded("<c@x>", "<b@x>", List.of()));

        assertThat(thread.references()).containsExactly("<b@x>", "<c@x>");
    }

    @Test
    void passesOverWhatIsNoMessageId() {
        ReplyThread thread = ReplyThread.of(
                Originals.threaded("<c@x>\r\nBcc: eve@x", "", List.of("<a@x>", "junk", "<b\r\nX: y@x>", "< @x>")));

        assertThat(thread.inReplyTo()).isEmpty();
        assertThat(thread.references()).containsExactly("<a@x>");
    }

    @Test
    void keepsRootAndNewestOfALongThread() {
        List<String> long_ =
                IntStream.range(0, 500).mapToObj(i -> "<" + i + "@x>").toList();

        ReplyThread thread = ReplyThread.of(Originals.threaded("<last@x>", "", long_));

        assertThat(thread.references()).hasSize(40).startsWith("<0@x>").endsWith("<499@x>", "<last@x>");
    }
}
