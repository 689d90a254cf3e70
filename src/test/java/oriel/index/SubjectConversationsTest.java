package oriel.index;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import oriel.mail.AccountId;
import oriel.mail.FolderPath;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.index.Mails.mail;

/** Which messages are one conversation by nothing but their subjects, see {@link LooseAnswers}. */
class SubjectConversationsTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @TempDir
    Path folder;

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
    void joinsAnAnswerThatNamesNothingToItsSubject() {
        addEach(day(1, 1, "Lunch?"), day(2, 2, "AW: Lunch?"), day(3, 3, "Lunch?  (fwd)"), day(4, 4, "Re: Dinner?"));

        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L, 2L, 3L), Set.of(4L));
    }

    @Test
    void neverJoinsTwoThatAnswerNothing() {
        addEach(
                day(1, 1, "Daily report"),
                day(2, 2, "Daily report"),
                day(3, 3, "Re: Daily report"),
                day(4, 4, "Daily report"),
                day(5, 5, "Fwd: Re: Daily report"));

        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L), Set.of(2L, 3L), Set.of(4L, 5L));
    }

    @Test
    void leadsAnAnswerElsewhereWhenANearerMessageComes() {
        add(day(4, 4, "Daily report"), day(3, 3, "Re: Daily report"));
        assertThat(partition()).containsExactly(Set.of(3L, 4L));

        add(day(1, 1, "Daily report"));
        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L, 3L), Set.of(4L));

        add(day(2, 2, "Daily report"));
        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L), Set.of(2L, 3L), Set.of(4L));
    }

    @Test
    void holdsForThirtyDaysEitherWayFromMessageToMessage() {
        addEach(
                day(1, 0, "Trip"),
                day(2, 30, "Re: Trip"),
                day(3, 60, "Re: Trip"),
                day(4, 91, "Re: Trip"),
                day(5, 121, "Trip"));

        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L, 2L, 3L), Set.of(4L, 5L));
    }

    @Test
    void asksOnlyTheSubjectOfAnswersThatNameNothing() {
        addEach(day(1, 1, "Lunch?"), day(2, 2, "Re: Lunch?").answering("<gone@oriel.test>"), day(3, 3, "Re: "));

        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L), Set.of(2L), Set.of(3L));
    }

    @Test
    void takesAlongThoseThatAnswerTheAnswer() {
        add(day(2, 2, "Re: Lunch?"), day(3, 3, "Dinner then").answering("<2@oriel.test>"));
        add(day(1, 1, "Lunch?"));

        assertThat(partition()).containsExactly(Set.of(1L, 2L, 3L));
    }

    @Test
    void countsACopyReceivedLaterAsTheSameAnswer() {
        addEach(
                day(1, 1, "Daily report"),
                day(2, 2, "Re: Daily report"),
                day(3, 3, "Daily report"),
                day(4, 4, "Re: Daily report").id("<2@oriel.test>").in(new FolderPath("Archive")));

        assertThat(partition()).containsExactlyInAnyOrder(Set.of(1L, 2L, 4L), Set.of(3L));
    }

    @Test
    void opensAConversationByEveryNumberThatItEverHad() {
        add(day(2, 2, "Re: Lunch?"));
        add(day(3, 8, "Re: Dinner?").answering("<0@oriel.test>"));
        List<Long> before = index.list(ADA, list(true), 0, 10).orElseThrow().rows().stream()
                .map(row -> row.conversation().orElseThrow().id())
                .toList();
        add(day(1, 1, "Lunch?"));
        add(day(4, 9, "x").answering("<0@oriel.test>", "<1@oriel.test>"));

        assertThat(partition()).containsExactly(Set.of(1L, 2L, 3L, 4L));
        assertThat(before)
                .hasSize(2)
                .allSatisfy(id -> assertThat(Indexes.conversation(index, id, FolderPath.INBOX))
                        .hasSize(4));
    }

    @Test
    void keepsThemOverARestartAndWhenTextsAreAdded() {
        add(day(1, 1, "Lunch?"), day(2, 2, "Re: Lunch?"));
        index.text(
                ADA,
                FolderPath.INBOX,
                Mails.VALIDITY,
                Map.of(2L, ReadText.whole("words"), 1L, ReadText.whole("others")));
        index.stop();
        index = Indexes.in(folder);

        assertThat(partition()).containsExactly(Set.of(1L, 2L));
        add(day(3, 3, "Re: Lunch?"));
        assertThat(partition()).containsExactly(Set.of(1L, 2L, 3L));
    }

    @Test
    void joinsTenThousandInAnyOrder() {
        List<Mails> chain = new ArrayList<>();
        for (int uid = 1; uid <= 5_000; uid++) {
            chain.add(mail(uid).subject("Re: Build failed"));
            chain.add(mail(5_000 + uid)
                    .subject("Deep")
                    .answering(uid == 1 ? new String[0] : new String[] {"<" + (4_999 + uid) + "@oriel.test>"}));
        }
        Collections.shuffle(chain, new Random(5));

        for (int i = 0; i < chain.size(); i += 500) {
            add(chain.subList(i, i + 500).toArray(Mails[]::new));
        }
        // What comes in bulk is seen later otherwise.
        index.known(ADA, FolderPath.INBOX);

        assertThat(index.list(ADA, list(true), 0, 50).orElseThrow().rows())
                .extracting(row -> row.conversation().orElseThrow().messages())
                .containsExactly(5_000, 5_000);
    }

    /** Threads, subjects, copies and gaps at random: whatever comes first, the same messages belong together. */
    @RepeatedTest(12)
    void findsTheSameConversationsInAnyOrder(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<Mails> mails = any(random);
        Set<Set<Long>> expected = byHand(mails);
        List<Mails> order = new ArrayList<>(mails);
        if (repetition.getCurrentRepetition() == 1) {
            Collections.reverse(order);
        } else {
            Collections.shuffle(order, random);
        }

        for (int i = 0; i < order.size(); ) {
            int next = Math.min(order.size(), i + 1 + random.nextInt(40));
            add(order.subList(i, next).toArray(Mails[]::new));
            i = next;
            if (random.nextInt(4) == 0) {
                partition();
            }
        }

        assertThat(partition()).isEqualTo(expected);
    }

    private static List<Mails> any(Random random) {
        List<Mails> mails = new ArrayList<>();
        String[] prefixes = {"", "", "Re: ", "AW: ", "Fwd: Re: "};
        int count = 60 + random.nextInt(200);
        int subjects = 2 + random.nextInt(20);
        for (int uid = 1; uid <= count; uid++) {
            String subject = prefixes[random.nextInt(prefixes.length)] + "About " + random.nextInt(subjects);
            // Many fall on the same moment.
            Mails mail = mail(uid).subject(subject).at(Mails.START.plus(Duration.ofDays(random.nextInt(400))));
            if (random.nextInt(10) == 0) {
                mail = mail.in(new FolderPath("Sent")).id("<" + (1 + random.nextInt(count)) + "@oriel.test>");
            } else if (random.nextInt(10) == 0) {
                mail = mail.id("");
            }
            if (random.nextInt(4) == 0) {
                // Later ones as well, so that there are cycles, and some that nobody has.
                mail = mail.answering(LongStream.range(0, 1 + random.nextInt(2))
                        .mapToObj(each -> "<" + (1 + random.nextInt(count + 20)) + "@oriel.test>")
                        .distinct()
                        .toArray(String[]::new));
            }
            mails.add(mail);
        }
        return mails;
    }

    /** The rules once more, over all messages at once and without any index. */
    private static Set<Set<Long>> byHand(List<Mails> mails) {
        int[] group = IntStream.range(0, mails.size()).toArray();
        Map<String, Integer> named = new HashMap<>();
        for (int i = 0; i < mails.size(); i++) {
            Set<String> names = new HashSet<>(mails.get(i).references());
            names.add(mails.get(i).messageId());
            names.remove("");
            for (String each : names) {
                unite(group, i, named.computeIfAbsent(each, key -> find(mails, key)));
            }
        }
        int[] threads = group.clone();
        Map<Integer, TreeMap<Received, Integer>> led = new HashMap<>();
        for (int i = 0; i < mails.size(); i++) {
            int to = ledTo(mails, i);
            if (to >= 0 && threads[to] != threads[i]) {
                led.computeIfAbsent(threads[i], key -> new TreeMap<>()).put(at(mails.get(i)), to);
            }
        }
        led.forEach((from, each) -> unite(group, from, each.firstEntry().getValue()));
        Map<Integer, Set<Long>> sets = new TreeMap<>();
        for (int i = 0; i < mails.size(); i++) {
            sets.computeIfAbsent(group[i], key -> new TreeSet<>())
                    .add(mails.get(i).uid());
        }
        return new HashSet<>(sets.values());
    }

    /** The first message that has this name, or mentions it. */
    private static int find(List<Mails> mails, String name) {
        return IntStream.range(0, mails.size())
                .filter(i -> mails.get(i).messageId().equals(name)
                        || mails.get(i).references().contains(name))
                .findFirst()
                .orElseThrow();
    }

    private static void unite(int[] group, int one, int other) {
        int from = group[one];
        int into = group[other];
        Arrays.setAll(group, i -> group[i] == from ? into : group[i]);
    }

    private static int ledTo(List<Mails> mails, int of) {
        Mails mail = mails.get(of);
        if (mail.subject().startsWith("About") || !mail.references().isEmpty()) {
            return -1;
        }
        String about = mail.subject().substring(mail.subject().indexOf("About"));
        TreeMap<Received, Integer> same = new TreeMap<>();
        for (int i = 0; i < mails.size(); i++) {
            if (mails.get(i).subject().endsWith(about)) {
                same.put(at(mails.get(i)), i);
            }
        }
        Received at = at(mail);
        long near = Duration.ofDays(30).toMillis();
        Map.Entry<Received, Integer> before = same.lowerEntry(at);
        Map.Entry<Received, Integer> after = same.higherEntry(at);
        if (before != null && at.date() - before.getKey().date() <= near) {
            return before.getValue();
        }
        return after != null && after.getKey().date() - at.date() <= near ? after.getValue() : -1;
    }

    private static Received at(Mails mail) {
        return Received.of(mail.summary());
    }

    private static Mails day(long uid, long day, String subject) {
        return mail(uid).subject(subject).at(Mails.START.plus(Duration.ofDays(day)));
    }

    private void add(Mails... mails) {
        index.add(ADA, Stream.of(mails).map(Mails::summary).toList());
    }

    /** Each by itself, the newest first. */
    private void addEach(Mails... mails) {
        for (Mails each : List.of(mails).reversed()) {
            add(each);
        }
    }

    private static ListQuery list(boolean conversations) {
        return new ListQuery(List.of(), SearchExpression.ALL, Set.of(), Sort.DATE, false, conversations);
    }

    private Set<Set<Long>> partition() {
        Map<Long, Set<Long>> byId = new HashMap<>();
        List<Row> single = index.list(ADA, list(false), 0, 20_000).orElseThrow().rows();
        List<Row> rows = index.list(ADA, list(true), 0, 20_000).orElseThrow().rows();
        for (Row each : single) {
            int at = index.position(ADA, list(true), each.envelope().ref());
            byId.computeIfAbsent(rows.get(at).conversation().orElseThrow().id(), key -> new TreeSet<>())
                    .add(each.envelope().ref().uid());
        }
        assertThat(byId).hasSameSizeAs(rows);
        return byId.values().stream().map(Set::copyOf).collect(Collectors.toSet());
    }
}
