package oriel.index;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnMarksTest {

    private final OwnMarks marks = new OwnMarks();
    private final List<String> done = new ArrayList<>();

    @Test
    void readsOnceMoreWhatWasReadBeforeSomebodyMarkedMessages() {
        marks.compare(() -> {
            String read = done.isEmpty() ? "old" : "new";
            if (done.isEmpty()) {
                marks.set(() -> done.add("marked"));
            }
            return () -> done.add(read);
        });

        assertThat(done).containsExactly("marked", "new");
    }

    @Test
    void readsOnceIfNobodyMarksAnything() {
        marks.set(() -> done.add("before"));

        boolean changed = marks.compare(() -> () -> done.add("read"));

        assertThat(changed).isTrue();
        assertThat(done).containsExactly("before", "read");
    }

    @Test
    void doesNotReadForEverWhileAllOfAFolderIsMarked() {
        marks.compare(() -> {
            marks.set(() -> done.add("marked"));
            return () -> done.add("read");
        });

        assertThat(done).containsExactly("marked", "marked", "marked", "marked", "read");
    }
}
