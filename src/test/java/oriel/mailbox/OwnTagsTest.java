package oriel.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.account.OwnData;
import oriel.account.SignedOut;
import oriel.fixture.SignedInAs;
import oriel.mail.AccountId;
import oriel.mail.Tag;

import static org.assertj.core.api.Assertions.assertThat;

class OwnTagsTest {

    private static final AccountId ADA = SignedInAs.ada().id();
    private static final Tag WORK = new Tag("Work");
    private static final Tag LATER = new Tag("$label5");
    private static final MessageName ONE = new MessageName("<one \"quoted\" ü@oriel.test>");
    private static final MessageName TWO = new MessageName("<two@oriel.test>");

    @TempDir
    private Path folder;

    private OwnTags tags() {
        return new OwnTags(new OwnData(folder.resolve("data")));
    }

    private Path file() throws IOException {
        try (var files = Files.list(folder.resolve("data/tags"))) {
            return files.findFirst().orElseThrow();
        }
    }

    @Test
    void keepsThemBeyondTheEndOfOriel() {
        OwnTags before = tags();
        before.change(ADA, Set.of(ONE, TWO), WORK, true);
        before.change(ADA, Set.of(ONE), LATER, true);
        before.change(ADA, Set.of(TWO), WORK, false);

        OwnTags after = tags();

        assertThat(after.of(ADA, Set.of(ONE, TWO))).isEqualTo(Map.of(ONE, Set.of(WORK, LATER)));
        assertThat(after.with(ADA, new Tag("WORK")).messageIds()).containsExactly(ONE.text());
        assertThat(after.all(ADA)).containsExactlyInAnyOrder(WORK, LATER);
    }

    @Test
    void keepsThoseOfEachAccountApart() {
        OwnTags tags = tags();
        tags.change(ADA, Set.of(ONE), WORK, true);

        assertThat(tags.isEmpty(new AccountId("grace@oriel.test"))).isTrue();
        assertThat(tags.isEmpty(ADA)).isFalse();
    }

    @Test
    void hearsOfWhatAnotherOrielAdds() {
        OwnTags one = tags();
        OwnTags other = tags();
        one.change(ADA, Set.of(ONE), WORK, true);
        assertThat(other.with(ADA, WORK).messageIds()).containsExactly(ONE.text());

        other.change(ADA, Set.of(TWO), WORK, true);

        assertThat(one.with(ADA, WORK).messageIds()).containsExactlyInAnyOrder(ONE.text(), TWO.text());
    }

    @Test
    void losesNothingButALineThatWasCutOff() throws IOException {
        OwnTags tags = tags();
        tags.change(ADA, Set.of(ONE), WORK, true);
        Files.writeString(file(), "[\"Work\",true,\"<tw", StandardOpenOption.APPEND);

        tags.forget(new SignedOut(ADA));
        assertThat(tags.with(ADA, WORK).messageIds()).containsExactly(ONE.text());
        tags.change(ADA, Set.of(TWO), LATER, true);

        assertThat(tags.with(ADA, LATER).messageIds()).containsExactly(TWO.text());
        assertThat(tags().of(ADA, Set.of(ONE, TWO))).isEqualTo(Map.of(ONE, Set.of(WORK), TWO, Set.of(LATER)));
    }

    @Test
    void letsNobodyElseRead() throws IOException {
        tags().change(ADA, Set.of(ONE), WORK, true);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("data/tags"))))
                .isEqualTo("rwx------");
        assertThat(file().getFileName().toString()).doesNotContain("ada");
    }
}
