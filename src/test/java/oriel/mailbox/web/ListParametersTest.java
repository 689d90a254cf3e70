package oriel.mailbox.web;

import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.index.QuickFilter;
import oriel.index.Sort;
import oriel.mail.FolderPath;
import oriel.mailbox.ListRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ListParametersTest {

    private static ListRequest of(Map<String, String> parameters) {
        return ListParameters.of(new Parameters(parameters::get));
    }

    @Test
    void meanTheNewestFirstIfNothingElseIsSaid() {
        assertThat(of(Map.of("folder", "INBOX"))).isEqualTo(ListRequest.newest(FolderPath.INBOX));
    }

    @Test
    void sortNamesFromTheFirstLetterOnAndAllElseFromTheMost() {
        assertThat(of(Map.of("folder", "INBOX", "sort", "sender")).ascending()).isTrue();
        assertThat(of(Map.of("folder", "INBOX", "sort", "size")).ascending()).isFalse();
        assertThat(of(Map.of("folder", "INBOX", "sort", "size", "order", "asc")).ascending())
                .isTrue();
        assertThat(of(Map.of("folder", "INBOX", "sort", "sender", "order", "desc"))
                        .ascending())
                .isFalse();
    }

    @Test
    void takeSeveralFilters() {
        ListRequest request = of(Map.of("folder", "INBOX", "filter", "unread,tome", "sort", "subject"));

        assertThat(request.filters()).isEqualTo(Set.of(QuickFilter.UNREAD, QuickFilter.TO_ME));
        assertThat(request.sort()).isEqualTo(Sort.SUBJECT);
    }

    @Test
    void boundWhatIsSearchedFor() {
        ListRequest request = of(Map.of("folder", "INBOX", "search", "x".repeat(5_000), "scope", "all"));

        assertThat(request.search()).hasSize(1_000);
        assertThat(request.scope()).isEqualTo(ListRequest.Scope.ALL);
    }

    @Test
    void takeTheReadersZoneIfItIsKnown() {
        assertThat(of(Map.of("folder", "INBOX", "zone", "Asia/Tokyo")).zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
        assertThat(of(Map.of("folder", "INBOX", "zone", "../etc/passwd")).zone())
                .isEqualTo(ZoneId.systemDefault());
        assertThat(of(Map.of("folder", "INBOX", "zone", "Mars/Olympus")).zone()).isEqualTo(ZoneId.systemDefault());
    }

    @Test
    void refuseWhatIsNoSuchThing() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(Map.of("folder", "INBOX", "sort", "colour")));
        assertThatIllegalArgumentException().isThrownBy(() -> of(Map.of("folder", "INBOX", "filter", "red")));
        assertThatIllegalArgumentException().isThrownBy(() -> of(Map.of("folder", "INBOX", "scope", "world")));
    }
}
