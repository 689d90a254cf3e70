package oriel.compose;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import oriel.mail.Address;
import oriel.mail.Message;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.compose.Originals.ADA;
import static oriel.compose.Originals.ALAN;
import static oriel.compose.Originals.GRACE;
import static oriel.compose.Originals.LIST;

class ReplyRecipientsTest {

    private static final Set<String> OWN = Set.of("ada@oriel.test");

    @Test
    void answersTheAuthor() {
        Message original = Originals.addressed(GRACE, List.of(), List.of(ADA, ALAN), List.of(LIST));

        ReplyRecipients answer = ReplyRecipients.of(original, OWN, false);

        assertThat(answer).isEqualTo(new ReplyRecipients(List.of(GRACE), List.of()));
    }

    @Test
    void answersWhereTheAuthorAsksFor() {
        Message original = Originals.addressed(GRACE, List.of(LIST), List.of(ADA), List.of());

        assertThat(ReplyRecipients.of(original, OWN, false).to()).containsExactly(LIST);
    }

    @Test
    void answersAllOnceAndNotOneself() {
        Address graceAgain = new Address("G.", "GRACE@oriel.test");
        Message original =
                Originals.addressed(GRACE, List.of(), List.of(ADA, ALAN, graceAgain), List.of(LIST, ALAN, ADA));

        ReplyRecipients answer = ReplyRecipients.of(original, OWN, true);

        assertThat(answer).isEqualTo(new ReplyRecipients(List.of(GRACE, ALAN), List.of(LIST)));
    }

    @Test
    void continuesOnesOwnMailToItsRecipients() {
        Message original = Originals.addressed(ADA, List.of(), List.of(GRACE), List.of(ALAN));

        assertThat(ReplyRecipients.of(original, OWN, false)).isEqualTo(new ReplyRecipients(List.of(GRACE), List.of()));
        assertThat(ReplyRecipients.of(original, OWN, true))
                .isEqualTo(new ReplyRecipients(List.of(GRACE), List.of(ALAN)));
    }

    @Test
    void answersANoteToOneself() {
        Message original = Originals.addressed(ADA, List.of(), List.of(ADA), List.of());

        assertThat(ReplyRecipients.of(original, OWN, true).to()).containsExactly(ADA);
    }

    @Test
    void passesOverWhatIsNoAddress() {
        Message original = Originals.addressed(
                GRACE, List.of(new Address("junk", "")), List.of(new Address("undisclosed", "")), List.of());

        assertThat(ReplyRecipients.of(original, OWN, true)).isEqualTo(new ReplyRecipients(List.of(GRACE), List.of()));
    }
}
