package oriel.mail;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import oriel.mail.SearchQuery.Uids;
import oriel.mail.SearchQuery.Uids.Range;

import static org.assertj.core.api.Assertions.assertThat;

class SearchQueryTest {

    private static List<Range> covering(int most, long... uids) {
        return Uids.covering(uids, most).ranges();
    }

    @Test
    void namesMessagesAsRanges() {
        assertThat(covering(9, 5)).containsExactly(new Range(5, 5));
        assertThat(covering(9, 1, 2, 3, 7, 9)).containsExactly(new Range(1, 3), new Range(7, 7), new Range(9, 9));
    }

    @Test
    void closesTheSmallestGapsWhereThereWouldBeTooManyRanges() {
        assertThat(covering(2, 1, 2, 3, 7, 9)).containsExactly(new Range(1, 3), new Range(7, 9));
        assertThat(covering(1, 1, 100, 10_000)).containsExactly(new Range(1, 10_000));
    }

    @Test
    void staysShortAndLeavesNothingOut() {
        long[] uids = LongStream.range(1, 50_000)
                .map(each -> each * each % 999_983)
                .sorted()
                .distinct()
                .toArray();

        List<Range> ranges = covering(40, uids);

        assertThat(ranges).hasSizeLessThanOrEqualTo(40);
        assertThat(LongStream.of(uids)
                        .allMatch(uid -> ranges.stream().anyMatch(each -> each.first() <= uid && uid <= each.last())))
                .isTrue();
    }
}
