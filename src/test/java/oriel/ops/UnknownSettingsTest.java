package oriel.ops;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class UnknownSettingsTest {

    private final UnknownSettings settings = new UnknownSettings(UnknownSettings.documented());

    @Test
    void keepsQuietAboutDocumentedKeysTheirFilesAndTheirVariables() {
        List<String> present =
                List.of("oriel.imap.host", "ORIEL_IMAP_HOST", "oriel.session.key.file", "ORIEL_SESSION_KEY_FILE");

        assertThat(settings.warnings(present)).isEmpty();
    }

    @Test
    void keepsQuietAboutWhatIsNotOurs() {
        assertThat(settings.warnings(List.of("java.home", "PATH", "originals.port")))
                .isEmpty();
    }

    @Test
    void namesTheClosestKeyForASlip() {
        assertThat(settings.warnings(List.of("oriel.imap.prot", "ORIEL_SMTP_HOSTS", "oriel.sesion.key.file")))
                .containsExactly(
                        "Unknown setting ORIEL_SMTP_HOSTS: did you mean oriel.smtp.host?",
                        "Unknown setting oriel.imap.prot: did you mean oriel.imap.port?",
                        "Unknown setting oriel.sesion.key.file: did you mean oriel.session.key?");
    }

    @Test
    void prefersTheKeyThatTakesFewestChanges() {
        UnknownSettings two = new UnknownSettings(Set.of("oriel.abcdef", "oriel.abcxyz"));

        assertThat(two.warnings(List.of("oriel.abcxy")))
                .singleElement()
                .asString()
                .endsWith("oriel.abcxyz?");
    }
}
