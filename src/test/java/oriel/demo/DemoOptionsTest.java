package oriel.demo;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class DemoOptionsTest {

    @Test
    void knowsWhatToDoWithoutAnyOption() {
        DemoOptions demo = DemoOptions.read(new Options(Map.of()));

        assertThat(demo).isEqualTo(new DemoOptions(0, 0, "ada@oriel.test", "demo", 0, Duration.ofMinutes(1)));
    }

    @Test
    void takesWhatIsGiven() {
        DemoOptions demo = DemoOptions.read(new Options(Map.of(
                "oriel.demo.imap.port", "4143",
                "oriel.demo.smtp.port", "4025",
                "oriel.demo.user", "joan@clarke.example.org",
                "oriel.demo.password", "s3cret!",
                "oriel.demo.messages", " 5000 ",
                "oriel.demo.arrivals", "0")));

        assertThat(demo)
                .isEqualTo(new DemoOptions(4143, 4025, "joan@clarke.example.org", "s3cret!", 5000, Duration.ZERO));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            oriel.demo.imap.port | 70000 | oriel.demo.imap.port is "70000": it has to be a whole number from 1 to 65535.
            oriel.demo.messages | many | oriel.demo.messages is "many": it has to be a whole number from 1 to 200000.
            oriel.demo.arrivals | -1 | oriel.demo.arrivals is "-1": it has to be a whole number from 0 to 86400.
            oriel.demo.user | ada | oriel.demo.user is "ada": it has to be a mail address, like ada@oriel.test.
            oriel.demo.user | Grace@oriel.test | oriel.demo.user is "Grace@oriel.test": that is the second user's address.
            """)
    void saysInASentenceWhatIsWrong(String key, String value, String sentence) {
        Options options = new Options(Map.of(key, value));

        assertThatThrownBy(() -> DemoOptions.read(options))
                .isInstanceOf(CannotStart.class)
                .hasMessage(sentence);
    }

    @Test
    void doesNotOverlookAMisspeltOption() {
        Options options = new Options(Map.of("oriel.demo.mesages", "5000"));

        assertThatThrownBy(() -> DemoOptions.read(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("oriel.demo.mesages is no option of the demo; there are oriel.demo.arrivals,");
    }
}
