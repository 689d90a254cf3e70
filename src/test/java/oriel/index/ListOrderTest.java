package oriel.index;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.index.Mails.mail;

/** Every order, against sorting the same messages by hand. */
class ListOrderTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");
    private static final List<String> PEOPLE = List.of(
            "Zoe <z@oriel.test>",
            "émile <e@oriel.test>",
            "Ed <x@oriel.test>",
            "ADA <a@oriel.test>",
            "b@oriel.test",
            "");
    private static final List<String> PLAIN = List.of("zoe", "emile", "ed", "ada", "b@oriel.test", "");

    @TempDir
    Path folder;

    private final Random random = new Random(7);
    private final List<Mails> mails = new ArrayList<>();
    private MessageIndex index;

    @BeforeEach
    void open() {
        index = Indexes.in(folder);
    }

    @AfterEach
    void close() {
        index.stop();
    }

    @Test
    void sortsByEverythingBothWays() {
        fill(3_000, 97);

        holdsEveryOrder();
    }

    @Test
    void sortsAHundredThousandMessages() {
        fill(100_000, 5_000);

        holdsEveryOrder();
    }

    private void holdsEveryOrder() {
        holds(Sort.DATE, null);
        holds(Sort.SIZE, Mails::size);
        holds(Sort.SENDER, mail -> PLAIN.get(PEOPLE.indexOf(mail.from())));
        holds(Sort.RECIPIENT, mail -> PLAIN.get(PEOPLE.indexOf(mail.to())));
        holds(Sort.SUBJECT, mail -> mail.subject().replace("Re: ", "").toLowerCase(Locale.ROOT));
        holds(Sort.UNREAD, mail -> !mail.flags().contains(Flag.SEEN));
        holds(Sort.FLAGGED, mail -> mail.flags().contains(Flag.FLAGGED));
        holds(Sort.ATTACHMENT, Mails::attachments);
    }

    private <K extends Comparable<K>> void holds(Sort sort, Function<Mails, K> key) {
        Comparator<Mails> newest =
                Comparator.comparing(Mails::date).thenComparing(Mails::uid).reversed();
        for (boolean ascending : new boolean[] {true, false}) {
            Comparator<Mails> order = ascending && key == null ? newest.reversed() : newest;
            if (key != null) {
                order = (ascending
                                ? Comparator.comparing(key)
                                : Comparator.comparing(key).reversed())
                        .thenComparing(newest);
            }
            List<MessageRef> expected =
                    mails.stream().sorted(order).map(Mails::ref).toList();
            ListQuery query =
                    new ListQuery(List.of(FolderPath.INBOX), SearchExpression.ALL, Set.of(), sort, ascending, false);
            Listing listing = index.list(ADA, query, 0, mails.size()).orElseThrow();
            assertThat(listing.rows().stream().map(row -> row.envelope().ref()).toList())
                    .as("%s %s", sort, ascending)
                    .isEqualTo(expected);
            assertThat(index.position(ADA, query, expected.get(mails.size() / 2)))
                    .isEqualTo(mails.size() / 2);
        }
    }

    /** In batches, some of which are visible before the next, so that there are several segments; a tenth is removed. */
    private void fill(int count, int batch) {
        for (int i = 0; i < count; i++) {
            mails.add(any(i + 1));
        }
        for (int from = 0; from < count; from += batch) {
            index.add(
                    ADA,
                    mails.subList(from, Math.min(count, from + batch)).stream()
                            .map(Mails::summary)
                            .toList());
            if (from % (4 * batch) == 0) {
                index.known(ADA, FolderPath.INBOX);
            }
        }
        List<Mails> gone = mails.stream().filter(mail -> mail.uid() % 10 == 3).toList();
        index.remove(
                ADA,
                FolderPath.INBOX,
                Mails.VALIDITY,
                gone.stream().mapToLong(Mails::uid).toArray());
        mails.removeAll(Set.copyOf(gone));
    }

    private Mails any(long uid) {
        Mails mail = mail(uid)
                .from(PEOPLE.get(random.nextInt(PEOPLE.size())))
                .to(PEOPLE.get(random.nextInt(PEOPLE.size())))
                .subject((random.nextBoolean() ? "Re: " : "") + "About " + (char) ('A' + random.nextInt(26)))
                .size(random.nextInt(500))
                .at(Mails.START.plusSeconds(random.nextInt(2_000)))
                .flags(Stream.of(Flag.SEEN, Flag.FLAGGED)
                        .filter(flag -> random.nextBoolean())
                        .toArray(Flag[]::new));
        return random.nextInt(4) == 0 ? mail.attached() : mail;
    }

    @Test
    void narrowsByEachFilter() {
        fill(500, 97);

        filters(QuickFilter.UNREAD, mail -> !mail.flags().contains(Flag.SEEN));
        filters(QuickFilter.FLAGGED, mail -> mail.flags().contains(Flag.FLAGGED));
        filters(QuickFilter.ATTACHMENT, Mails::attachments);
        filters(QuickFilter.TO_ME, mail -> false);
    }

    private void filters(QuickFilter filter, Predicate<Mails> is) {
        ListQuery query =
                new ListQuery(List.of(FolderPath.INBOX), SearchExpression.ALL, Set.of(filter), Sort.DATE, false, false);
        Listing listing = index.list(ADA, query, 0, 50).orElseThrow();
        assertThat(listing.total()).isEqualTo((int) mails.stream().filter(is).count());
        assertThat(index.refs(ADA, query))
                .containsExactlyInAnyOrderElementsOf(
                        mails.stream().filter(is).map(Mails::ref).toList());
    }
}
