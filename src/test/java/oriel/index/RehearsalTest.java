package oriel.index;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class RehearsalTest {

    @Test
    void indexesAndListsWithoutTrouble(@TempDir Path folder) throws Exception {
        Rehearsal rehearsal = new Rehearsal(Indexes.config(folder, true));

        List<Listing> seen = rehearsal.rehearse(2);

        assertThat(seen)
                .hasSize(2 * (Sort.values().length + 3))
                .allSatisfy(list -> assertThat(list.rows()).isNotEmpty());
        assertThat(folder).isEmptyDirectory();
    }
}
