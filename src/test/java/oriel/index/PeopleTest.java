package oriel.index;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.index.SearchExpression.Place;
import oriel.mail.AccountId;
import oriel.mail.Address;
import oriel.mail.FolderPath;

import static org.assertj.core.api.Assertions.assertThat;

class PeopleTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final FolderPath JUNK = new FolderPath("Junk");

    @TempDir
    private Path folder;

    private MessageIndex index;

    @BeforeEach
    void fill() {
        index = Indexes.in(folder);
        index.add(
                ADA,
                List.of(
                                Mails.mail(1)
                                        .from("Grace Hopper <grace@navy.example>")
                                        .tags("work"),
                                Mails.mail(2)
                                        .from("Grace Hopper <Grace@navy.example>")
                                        .tags("work", "later"),
                                Mails.mail(3).from("Grau, Günter <gg@oriel.test>"),
                                Mails.mail(4)
                                        .from("Gradually Rich <spam@example.org>")
                                        .in(JUNK),
                                Mails.mail(5).from("Alan <alan@oriel.test>").to("Grant <grant@oriel.test>"))
                        .stream()
                        .map(Mails::summary)
                        .toList());
        index.setApart(ADA, Set.of(JUNK));
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private List<String> people(Place place, String begun) {
        return new Completions(index)
                .people(ADA, place, begun, 3).stream().map(Address::email).toList();
    }

    @Test
    void findsThoseWhoAreMetMostOftenFirst() {
        assertThat(people(Place.FROM, "gra")).containsExactly("Grace@navy.example", "gg@oriel.test");
        assertThat(people(Place.FROM, "grace ho")).containsExactly("Grace@navy.example");
    }

    @Test
    void findsByTheAddressAndWithoutAccents() {
        assertThat(people(Place.FROM, "gunt")).containsExactly("gg@oriel.test");
        assertThat(people(Place.FROM, "navy")).containsExactly("Grace@navy.example");
        assertThat(people(Place.FROM, "race")).isEmpty();
    }

    @Test
    void knowsWritersAndRecipientsApart() {
        assertThat(people(Place.TO, "gran")).containsExactly("grant@oriel.test");
        assertThat(people(Place.FROM, "gran")).isEmpty();
        assertThat(people(Place.ANYWHERE, "gran")).containsExactly("grant@oriel.test");
    }

    @Test
    void knowsTheTagsByHowOftenTheyAreUsed() {
        assertThat(new Completions(index).tags(ADA, 10)).containsExactly("work", "later");
    }
}
