package oriel.compose;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.Address;

import static org.assertj.core.api.Assertions.assertThat;

class RecipientsTest {

    @Test
    void readsWhatPeopleTypeAndPaste() {
        Recipients read =
                Recipients.parse("ada@oriel.test, Grace Hopper <grace@oriel.test>; \"Turing, Alan\" <alan@oriel.test>\n"
                        + "bob@oriel.test (Bob)\r\nmailto:eve@oriel.test,,;");

        assertThat(read.invalid()).isEmpty();
        assertThat(read.addresses())
                .containsExactly(
                        new Address("", "ada@oriel.test"),
                        new Address("Grace Hopper", "grace@oriel.test"),
                        new Address("Turing, Alan", "alan@oriel.test"),
                        new Address("Bob", "bob@oriel.test"),
                        new Address("", "eve@oriel.test"));
    }

    @Test
    void readsAColumnWithNothingButSpaceBetween() {
        Recipients read = Recipients.parse("ada@oriel.test grace@oriel.test\talan@oriel.test");

        assertThat(read.addresses())
                .extracting(Address::email)
                .containsExactly("ada@oriel.test", "grace@oriel.test", "alan@oriel.test");
    }

    @Test
    void keepsEachAddressOnceWhateverItsCase() {
        Recipients read = Recipients.parse("Ada <ada@oriel.test>, ADA@oriel.test, ada@Oriel.Test");

        assertThat(read.addresses()).containsExactly(new Address("Ada", "ada@oriel.test"));
    }

    @Test
    void readsLettersOfAnyLanguageAndWritesTheDomainForTheWire() {
        Recipients read =
                Recipients.parse("J\u00fcrgen M\u00fcller <j\u00fcrgen@m\u00fcller.example>，\u7528\u6237@oriel.test");

        assertThat(read.addresses())
                .containsExactly(
                        new Address("J\u00fcrgen M\u00fcller", "j\u00fcrgen@xn--mller-kva.example"),
                        new Address("", "\u7528\u6237@oriel.test"));
    }

    @Test
    void readsAgainWhatItWrote() {
        List<Address> addresses = List.of(
                new Address("Lovelace, \"Ada\" \\ (x) <y>; z", "ada@oriel.test"),
                new Address("Grace Hopper", "grace@oriel.test"),
                new Address("", "alan@oriel.test"));

        Recipients read = Recipients.parse(Recipients.format(addresses));

        assertThat(read.addresses()).isEqualTo(addresses);
    }

    @Test
    void reportsEachThatIsNoneAndKeepsTheOthers() {
        Recipients read = Recipients.parse("ada@oriel.test, nonsense, @oriel.test, Grace <grace>, x@, a b@oriel.test");

        assertThat(read.addresses()).extracting(Address::email).containsExactly("ada@oriel.test");
        assertThat(read.invalid()).containsExactly("nonsense", "@oriel.test", "Grace <grace>", "x@", "a b@oriel.test");
    }

    @Test
    void letsAQuoteThatIsNeverClosedSwallowNothing() {
        Recipients read = Recipients.parse("\"Ada <ada@oriel.test>, grace@oriel.test");

        assertThat(read.addresses()).extracting(Address::email).contains("grace@oriel.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@oriel.test\r\nBcc: eve@evil.test",
                "\"Ada\r\nBcc: x\" <ada@oriel.test>",
                "Ada\u0000 <ada@oriel.test>",
                "ada@oriel.test\u2028Bcc: eve@evil.test"
            })
    void letsNoLineBreakIntoAnAddress(String typed) {
        Recipients read = Recipients.parse(typed);

        assertThat(read.addresses())
                .allSatisfy(address -> assertThat(address.full()).doesNotContainPattern("[\\p{Cntrl}\u2028]"));
        assertThat(read.addresses()).extracting(Address::email).doesNotContain("eve@evil.test");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a@-x.test",
                "a@x-.test",
                "a@x..test",
                "a..b@x.test",
                ".a@x.test",
                "a@x.test.",
                "a<b@x.test",
                "<>",
                "@",
                "a@[x",
                "a@@x.test",
                "a@x_y.test",
                "(",
                "\"\"@x.test",
                "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@x.test"
            })
    void refusesWhatNoServerWouldTake(String typed) {
        Recipients read = Recipients.parse(typed);

        assertThat(read.addresses()).isEmpty();
        assertThat(read.invalid()).isNotEmpty();
    }

    @Test
    void takesAMegabyteOfGarbageInItsStride() {
        Recipients read = Recipients.parse("<(\"\\@,; ".repeat(20_000) + "x".repeat(800_000));

        assertThat(read.addresses()).isEmpty();
        assertThat(read.invalid())
                .allSatisfy(shown -> assertThat(shown.length()).isLessThan(110));
    }
}
