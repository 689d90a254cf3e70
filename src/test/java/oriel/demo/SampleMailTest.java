package oriel.demo;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import oriel.demo.sample.Arriving;
import oriel.demo.sample.SampleMail;
import oriel.demo.sample.SampleMessage;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

class SampleMailTest {

    private static final String ADA = "ada@oriel.test";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final List<SampleMessage> MAIL = SampleMail.ada(ADA, TODAY, 0);

    @Test
    void isTheSameEachTime() {
        List<SampleMessage> again = SampleMail.ada(ADA, TODAY, 0);

        assertThat(again.stream().map(SampleMailTest::source))
                .containsExactlyElementsOf(
                        MAIL.stream().map(SampleMailTest::source).toList());
    }

    @Test
    void isMoreThan300MessagesOfTwoYears() {
        assertThat(MAIL)
                .hasSizeGreaterThan(300)
                .extracting(SampleMessage::received)
                .isSorted()
                .allSatisfy(date -> assertThat(date).isBetween(start(TODAY.minusYears(2)), start(TODAY)));
        assertThat(MAIL.getFirst().received()).isBefore(start(TODAY.minusDays(700)));
        assertThat(MAIL.getLast().received()).isAfter(start(TODAY.minusDays(2)));
    }

    @Test
    void parsesEveryMessageToItsLastPart() {
        assertThat(MAIL).allSatisfy(sample -> {
            MimeMessage message = sample.message();
            assertThat(message.getFrom()).hasSize(1);
            assertThat(message.getMessageID()).isNotBlank();
            assertThat(message.getSentDate().toInstant()).isEqualTo(sample.received());
            assertThat(leaves(message)).isNotEmpty();
        });
    }

    @Test
    void neverUsesAMessageIdTwice() {
        assertThat(MAIL).extracting(sample -> sample.message().getMessageID()).doesNotHaveDuplicates();
    }

    @Test
    void answersOnlyMessagesThatAreThere() {
        Set<String> ids =
                MAIL.stream().map(sample -> header(sample, "Message-ID")).collect(toSet());

        List<String> answered = MAIL.stream()
                .map(sample -> header(sample, "In-Reply-To"))
                .filter(id -> !id.isEmpty())
                .toList();

        assertThat(answered)
                .hasSizeGreaterThan(80)
                .allSatisfy(id -> assertThat(ids).contains(id));
    }

    @Test
    void attachesFilesOfTenTypes() {
        Set<String> endings = MAIL.stream()
                .flatMap(sample -> leaves(sample.message()).stream())
                .map(SampleMailTest::ending)
                .collect(toSet());

        assertThat(endings)
                .contains("pdf", "docx", "xlsx", "png", "jpg", "txt", "csv", "zip", "ics", "vcf", "eml", "wav");
    }

    @Test
    void fillsFoldersWithinFolders() {
        assertThat(MAIL.stream().map(SampleMessage::folder).collect(toSet()))
                .containsAll(SampleMail.FOLDERS)
                .contains("Projects/Oriel", "Projects/Oriel/Reviews", "Projects/Oriel/Issues", "Lists/dev");
    }

    @Test
    void writesInManyScripts() {
        Set<Character.UnicodeScript> scripts = MAIL.stream()
                .flatMapToInt(sample -> subject(sample).codePoints())
                .mapToObj(Character.UnicodeScript::of)
                .collect(toSet());

        assertThat(scripts)
                .contains(
                        Character.UnicodeScript.GREEK,
                        Character.UnicodeScript.CYRILLIC,
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HIRAGANA,
                        Character.UnicodeScript.HANGUL,
                        Character.UnicodeScript.HEBREW,
                        Character.UnicodeScript.ARABIC);
    }

    @Test
    void makesAnInboxAsLargeAsIsWanted() {
        List<SampleMessage> mail = SampleMail.ada(ADA, TODAY, 1000);

        assertThat(mail).filteredOn(sample -> sample.folder().equals("INBOX")).hasSize(1000);
    }

    @Test
    void isAddressedToWhomeverTheFirstUserIs() {
        List<SampleMessage> mail = SampleMail.ada("joan@clarke.example.org", TODAY, 0);

        assertThat(mail.stream().map(sample -> header(sample, "To") + header(sample, "From")))
                .noneMatch(people -> people.contains(ADA))
                .anyMatch(people -> people.contains("joan@clarke.example.org"));
    }

    @Test
    void givesGraceASmallerMailboxOfHerOwn() {
        List<SampleMessage> mail = SampleMail.grace(ADA, TODAY);

        assertThat(mail).hasSizeBetween(60, MAIL.size() / 2);
        assertThat(mail)
                .filteredOn(sample -> sample.folder().equals("Sent"))
                .isNotEmpty()
                .allSatisfy(sample -> assertThat(header(sample, "From")).contains(SampleMail.GRACE));
    }

    @Test
    void neverRunsOutOfNewMail() {
        Arriving arriving = new Arriving(ADA);

        List<SampleMessage> mail = Stream.iterate(start(TODAY), time -> time.plusSeconds(60))
                .limit(30)
                .map(arriving::next)
                .toList();

        assertThat(mail)
                .allSatisfy(sample -> assertThat(sample.folder()).isEqualTo("INBOX"))
                .extracting(sample -> sample.message().getMessageID())
                .doesNotHaveDuplicates();
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    private static String source(SampleMessage sample) {
        return new String(sample.source(), StandardCharsets.UTF_8);
    }

    private static String header(SampleMessage sample, String name) {
        try {
            String value = sample.message().getHeader(name, null);
            return value == null ? "" : value;
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String subject(SampleMessage sample) {
        try {
            return MimeUtility.decodeText(MimeUtility.unfold(header(sample, "Subject")));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String ending(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All parts that hold something, read to their ends. */
    private static List<Part> leaves(Part part) {
        try {
            List<Part> leaves = new ArrayList<>();
            if (part.getContent() instanceof Multipart parts) {
                for (int i = 0; i < parts.getCount(); i++) {
                    leaves.addAll(leaves(parts.getBodyPart(i)));
                }
            } else {
                part.getInputStream().readAllBytes();
                leaves.add(part);
            }
            return leaves;
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
