package oriel.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class TagTest {

    @ParameterizedTest
    @CsvSource({
        "Work, Work",
        "To do, To_do",
        "'  To   do ', To_do",
        "R&D, R&-D",
        "Grüße, Gr&APwA3w-e",
        "後で, &X4wwZw-",
        "🎉, &2DzfiQ-",
        "a/b, a/b",
    })
    void isAKeywordInModifiedUtf7(String name, String keyword) {
        Tag tag = Tag.named(name).orElseThrow();

        assertThat(tag.keyword()).isEqualTo(keyword);
        assertThat(tag.name()).isEqualTo(name.strip().replaceAll(" +", " "));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a(b",
                "a)b",
                "a{b",
                "a%b",
                "a*b",
                "a\"b",
                "a\\b",
                "\\Seen",
                "a]b",
                "a[b",
                "a\u0000b",
                "a\u007fb",
                "\ud83c",
                "$Junk",
                "$other",
                "NonJunk",
                "junk",
                "Forwarded",
                "12345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901",
            })
    void thereIsNoneOfNamesThatAServerCouldTakeForSomethingElse(String name) {
        assertThat(Tag.named(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a)", "FLAGS (\\Deleted)", "a\r\nb", "ü", "$MDNSent", "$Phishing"})
    void isNeverMadeOfWhatIsNoKeyword(String keyword) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Tag(keyword));
    }

    @ParameterizedTest
    @ValueSource(strings = {"&", "a&b", "&A-", "&AAA-", "&2D0-", "&AGE", "&A!-"})
    void showsAKeywordAsItIsThatIsNotWrittenSo(String keyword) {
        assertThat(new Tag(keyword).name()).isEqualTo(keyword);
    }

    @Test
    void isALabelOfOtherPrograms() {
        assertThat(Tag.isTag("$label1")).isTrue();
        assertThat(Tag.isTag("$Label5")).isTrue();
        assertThat(Tag.isTag("$labelled")).isFalse();
    }
}
