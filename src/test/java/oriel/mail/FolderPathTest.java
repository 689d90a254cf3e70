package oriel.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FolderPathTest {

    private static final Owner SUPPORT = new Owner("Support@oriel.test");

    @Test
    void writesAnOwnFolderAsItsName() {
        assertThat(new FolderPath("Work/2026").text()).isEqualTo("Work/2026");
        assertThat(FolderPath.parse("inbox")).isEqualTo(FolderPath.INBOX);
    }

    @Test
    void writesASharedFolderWithItsOwner() {
        FolderPath path = new FolderPath(SUPPORT, "Work//2026");

        assertThat(path.text()).isEqualTo("//support@oriel.test/Work//2026");
        assertThat(FolderPath.parse(path.text())).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(strings = {"//support@oriel.test/INBOX", "//", "///", "/a", "////x", "//a/b"})
    void neverTakesAnOwnFolderForASharedOne(String name) {
        FolderPath own = new FolderPath(name);

        assertThat(FolderPath.parse(own.text())).isEqualTo(own);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "//", "//support@oriel.test", "//support@oriel.test/", "//support/INBOX", "//a\n@b/INBOX"})
    void refusesWhatIsNoFolder(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FolderPath.parse(text));
    }

    @Test
    void keepsAddressesOutOfLogLines() {
        assertThat(new FolderPath(SUPPORT, "INBOX").toString()).doesNotContain("@");
    }
}
