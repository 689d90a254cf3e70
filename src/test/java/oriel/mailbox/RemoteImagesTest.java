package oriel.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.account.OwnData;
import oriel.fixture.SignedInAs;
import oriel.mail.Address;
import oriel.mailbox.RemoteImages.Consent;
import oriel.mailbox.RemoteImages.Rule;
import oriel.mailbox.RemoteImages.Whom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class RemoteImagesTest {

    @TempDir
    private Path folder;

    @Test
    void asksUntilSomethingIsChosen() {
        assertThat(consent("grace@news.test")).isEqualTo(Consent.ASK);
    }

    @ParameterizedTest
    @CsvSource({
        "grace@news.test, SENDER",
        "GRACE@News.Test, SENDER",
        "alan@news.test, ASK",
        "grace@news.test.evil.test, ASK",
        "grace@news.test@evil.test, ASK"
    })
    void keepsASender(String from, Consent expected) {
        images().choose(Whom.SENDER, "Grace@news.test", true);

        assertThat(consent(from)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "alan@news.test, DOMAIN",
        "alan@mail.news.test, ASK",
        "alan@othernews.test, ASK",
        "alan@news.test.evil.test, ASK"
    })
    void keepsADomain(String from, Consent expected) {
        images().choose(Whom.DOMAIN, "grace@news.test", true);

        assertThat(consent(from)).isEqualTo(expected);
    }

    @Test
    void blocksAgain() {
        images().choose(Whom.SENDER, "grace@news.test", true);
        images().choose(Whom.SENDER, "grace@news.test", false);

        assertThat(consent("grace@news.test")).isEqualTo(Consent.ASK);
    }

    @Test
    void neverMeansNeverWhateverWasChosenBefore() {
        images().choose(Whom.SENDER, "grace@news.test", true);
        images().choose(Rule.NEVER);

        assertThat(consent("grace@news.test")).isEqualTo(Consent.NEVER);
        images().choose(Rule.ALWAYS);
        assertThat(consent("grace@news.test")).isEqualTo(Consent.SENDER);
        assertThat(consent("alan@oriel.test")).isEqualTo(Consent.ALWAYS);
    }

    @Test
    void asksForAMessageOfSeveralAuthors() {
        images().choose(Whom.SENDER, "grace@news.test", true);

        List<Address> two = List.of(new Address("", "grace@news.test"), new Address("", "alan@evil.test"));
        assertThat(images().consent(two)).isEqualTo(Consent.ASK);
        assertThat(images().consent(List.of())).isEqualTo(Consent.ASK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nobody", "@news.test", "grace@"})
    void keepsNothingThatIsNoAddress(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> images().choose(Whom.DOMAIN, address, true));
    }

    @Test
    void passesOverALineThatWasCutOff() throws IOException {
        images().choose(Whom.SENDER, "grace@news.test", true);
        Path file;
        try (var files = Files.list(folder.resolve("images"))) {
            file = files.findFirst().orElseThrow();
        }
        Files.writeString(file, "[\"SENDER\",\"al", StandardOpenOption.APPEND);

        images().choose(Whom.SENDER, "joan@news.test", true);

        assertThat(consent("grace@news.test")).isEqualTo(Consent.SENDER);
        assertThat(consent("joan@news.test")).isEqualTo(Consent.SENDER);
    }

    private Consent consent(String from) {
        return images().consent(List.of(new Address("Grace", from)));
    }

    /** Another Oriel each time. */
    private RemoteImages images() {
        return new RemoteImages(SignedInAs.ada(), new OwnData(folder));
    }
}
