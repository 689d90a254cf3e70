package oriel.imap;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;

class UidSetsTest {

    private static List<MessageRef> messages(LongStream uids) {
        return uids.mapToObj(uid -> new MessageRef(FolderPath.INBOX, 1, uid)).toList();
    }

    @Test
    void joinsNeighboursInAnyOrder() {
        assertThat(UidSets.of(messages(LongStream.of(7, 2, 1, 3, 9, 3)))).containsExactly("1:3,7,9");
    }

    @Test
    void namesATenThousandNeighboursInOneRange() {
        assertThat(UidSets.of(messages(LongStream.rangeClosed(1, 10_000)))).containsExactly("1:10000");
    }

    @Test
    void cutsWhatWouldBeTooLongForACommand() {
        List<String> sets = UidSets.of(messages(LongStream.range(0, 1_000).map(i -> 4_000_000_000L + 2 * i)));

        assertThat(sets).hasSize(4).allMatch(set -> set.length() < 8_000);
        assertThat(sets.stream()
                        .mapToInt(set -> UidSets.parse(set, 1_000).size())
                        .sum())
                .isEqualTo(1_000);
    }

    @Test
    void readsASetInItsOrder() {
        assertThat(UidSets.parse("9,3:5", 10)).containsExactly(9L, 3L, 4L, 5L);
    }

    @Test
    void doesNotCountToWhatAServerMakesUp() {
        assertThat(UidSets.parse("1:4294967295", 100_000)).isEmpty();
    }
}
