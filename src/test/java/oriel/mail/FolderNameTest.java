package oriel.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FolderNameTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "R&D",
                "日本語",
                "العربية",
                "Party 🎉",
                "👩‍💻",
                "say \"hello\"",
                "back\\slash",
                "a  b",
                "#1",
                "~",
                "."
            })
    void takesWhatPeopleWrite(String name) {
        assertThat(new FolderName(name).value()).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "'',EMPTY",
                "'  ',EMPTY",
                " a,SPACES",
                "a ,SPACES",
                "a\u00a0,SPACES",
                "50 %,WILDCARD",
                "a*b,WILDCARD",
                "'a\r\nb',CONTROL",
                "a\tb,CONTROL",
                "a\u0000b,CONTROL",
                "a\u2028b,CONTROL",
                "a\u202egpj,CONTROL",
                "a\ud800,CONTROL"
            })
    void refusesWhatServersOrPeopleWouldMistake(String name, FolderTrouble trouble) {
        assertThatExceptionOfType(MailException.FolderRefused.class)
                .isThrownBy(() -> new FolderName(name))
                .satisfies(told -> assertThat(told.key()).isEqualTo("mail.FolderRefused." + trouble));
    }

    @Test
    void refusesWhatIsTooLongForFileNames() {
        assertThat(new FolderName("é".repeat(120)).value()).hasSize(120);
        assertThatExceptionOfType(MailException.FolderRefused.class)
                .isThrownBy(() -> new FolderName("é".repeat(121)))
                .satisfies(told -> assertThat(told.key()).isEqualTo("mail.FolderRefused.TOO_LONG"));
    }

    @Test
    void isTheSameHoweverTheLettersAreMadeUp() {
        assertThat(new FolderName("Gro\u0308\u00dfe")).isEqualTo(new FolderName("Gr\u00f6\u00dfe"));
    }
}
