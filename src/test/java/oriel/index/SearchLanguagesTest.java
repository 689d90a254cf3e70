package oriel.index;

import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import oriel.mail.AccountId;
import oriel.mail.SyncState;

import static org.assertj.core.api.Assertions.assertThat;
import static oriel.mail.FolderPath.INBOX;

/** Subjects as people write them, and what they type to find them again. */
class SearchLanguagesTest {

    private static final AccountId ADA = new AccountId("ada@oriel.test");

    @TempDir
    private Path folder;

    private MessageIndex index;

    @BeforeEach
    void start() {
        index = Indexes.in(folder);
        index.known(ADA, INBOX);
    }

    @AfterEach
    void stop() {
        index.stop();
    }

    private void holds(Mails... mails) {
        index.add(ADA, List.of(mails).stream().map(Mails::summary).toList());
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 100, mails.length, 0, 1), true);
    }

    private int found(String typed) {
        SearchExpression search = SearchSyntax.parse(
                        typed, LocalDate.of(2026, 11, 23).atStartOfDay(ZoneOffset.UTC), name -> List.of())
                .expression();
        ListQuery query = new ListQuery(List.of(INBOX), search, Set.of(), Sort.DATE, false, false);
        return index.list(ADA, query, 0, 50).orElseThrow().total();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Re:Budget                          | budget
            Re:Budget                          | re:budget
            Re:Budget                          | re:bud
            Déjeuner à l'été                   | été
            Déjeuner à l’été                   | ete
            Déjeuner à l’été                   | l'été
            Déjeuner à l'été                   | l’ét
            Déjeuner à l'été                   | "à l’été"
            Dell'Acqua                         | acqua
            don't panic                        | don't
            my file.names.pdf is here          | names
            my file.names.pdf is here          | pdf
            my file.names.pdf is here          | file.names.pdf
            my file.names.pdf is here          | file.na
            my file.names.pdf is here          | "my file.names.pdf is"
            my snake_case_name                 | case
            my snake_case_name                 | snake_case_name
            my snake_case_name                 | snake_ca
            Release v1.2.3 is out              | v1.2.3
            Release v1.2.3 is out              | v1.2
            Release v1.2.3 is out              | "v1.2.3 is out"
            Invoices 1001,1002,1003            | 1002
            Total 1,000.50 EUR                 | 1,000.50
            at 12:30 sharp                     | 12:30
            10.0.0.1 is down                   | 10.0.0.1
            see https://example.org/a?b=c      | example
            see https://example.org/a?b=c      | https://example.org/a?b=c
            well-known                         | well-kn
            Rock'n'Roll                        | roll
            col·legi                           | col·legi
            Release v1.2.3 is out              | 1.2.3
            Release v1.2.3 is out              | 1.2
            Release v1.2.3 is out              | 2.3
            Release v1.2.3 is out              | "release v1.2.3"
            Version 1.2.3-rc.1                 | 1.2.3-rc
            INV2026001 is due                  | 2026001
            INV2026001 is due                  | inv2026
            INV-2026-001                       | 2026-001
            Q3 report                          | q3
            order #12345                       | #12345
            order #12345                       | 12345
            order #12345                       | 123
            call +49 89 1234-567               | +49 89
            call +49 89 1234-567               | "89 1234-567"
            call (089) 1234567                 | 1234567
            call (089) 1234567                 | (089) 1234567
            Report_2026-11-23_final.xlsx       | report_2026
            Report_2026-11-23_final.xlsx       | final.xlsx
            Report_2026-11-23_final.xlsx       | xlsx
            Donaudampfschifffahrt              | donaudampf
            state-of-the-art                   | state-of-the
            C++ and C# and .NET                | c++
            C++ and C# and .NET                | .net
            AT&T                               | at&t
            R&D budget                         | r&d
            50% off                            | 50%
            €1.000,50                          | 1.000,50
            see file:///C:/Temp/a.txt          | C:/Temp
            naïve café                         | "naive cafe"
            "quoted" title                     | quoted
            a=b&c=d                            | b&c
            [Oriel/issues] Broken (#12)        | [oriel/issues]
            [Oriel/issues] Broken (#12)        | (#12)
            {5}                                | {5}
            """)
    void findsThePartsOfWordsAndTheWhole(String subject, String typed) {
        holds(Mails.mail(1).subject(subject), Mails.mail(2).subject("Something else"));

        assertThat(found(typed)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Release v1.2.3 is out      | v1.3
            file.names.pdf             | file.pdf
            file.names.pdf             | names.file
            file.names.pdf             | "names file"
            alan.turing                | turing.alan
            会議の議事録                | 会録
            会議の議事録                | "議事録 会議"
            が                         | か
            कमल                        | कमला
            Release v1.2.3 is out      | 1.3
            INV2026001                 | 026001
            INV2026001                 | "2026"
            version 1 of 3             | v1
            中国                        | 国中
            שלום                       | הלום
            """)
    void doesNotFindPartsInAnotherOrder(String subject, String typed) {
        holds(Mails.mail(1).subject(subject));

        assertThat(found(typed)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "grace@mail.example.org",
                "grace.hopper@mail.example.org",
                "hopper@mail.exa",
                "grace.hopper",
                "hopper",
                "grace",
                "mail.example.org",
                "@mail.example.org",
                "example",
                "org",
                "\"grace.hopper@mail.example.org\"",
                "\"Rear Admiral\"",
                "rear hopper"
            })
    void findsTheWholeAndThePartsOfAddresses(String typed) {
        String from = typed.startsWith("grace@") ? "grace@mail.example.org" : "grace.hopper@mail.example.org";
        holds(
                Mails.mail(1).from("Rear Admiral <" + from + ">").to("Bob <bob@oriel.test>"),
                Mails.mail(2).from("Alan <alan@turing.test>").to("Bob <bob@oriel.test>"));

        assertThat(found(typed.contains(" ") ? typed : "from:" + typed)).isEqualTo(1);
        assertThat(found(typed)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            Größe der Straße                    | grosse
            Größe der Straße                    | STRASSE
            GRÖSSE DER STRASSE                  | größe straße
            Müller                              | mueller
            Müller                              | muller
            Mueller                             | müller
            Mueller                             | mül
            Håkon                               | haakon
            Bjørn                               | bjoern
            Bjørn                               | bjorn
            İSTANBUL'DA TOPLANTI                | istanbul
            istanbul                            | İstanbul
            ılık                                | ILIK
            ΟΔΟΣ ΑΘΗΝΩΝ                         | οδός
            οδός                                | ΟΔΟΣ
            λόγος                               | λογοσ
            Отчёт                               | отчет
            Йод                                 | йод
            שָׁלוֹם                                | שלום
            דוח צה"ל חדש                        | צה"ל
            דוח צה״ל חדש                        | צה"ל
            דוח צה"ל חדש                        | צהל
            تَقْرِير الاجتماع                     | تقرير
            أحمد                                | احمد
            فـــواتير                            | فواتير
            ی کتاب                              | كتاب
            می‌خواهم                             | میخواهم
            ﻻ ﺗﻘﻠﻖ                              | لا
            รายงานการประชุมประจำปี               | ประชุม
            รายงานการประชุมประจำปี               | ประช
            รายงานการประชุมประจำปี               | รายงาน
            정기회의 일정                         | 회의
            정기회의 일정                         | 회
            정기회의 일정                         | "정기회의 일정"
            회의에서                             | 회의
            party 🎉 time                       | 🎉
            thanks 👍🏽                          | 👍
            I ❤️ you                            | ❤️
            Ｒｅｐｏｒｔ １２３                     | report
            Ｒｅｐｏｒｔ １２３                     | 123
            report 123                          | Ｒｅｐｏｒｔ
            ｶﾞｲﾄﾞ                               | ガイド
            ﬁnal oﬃce                           | final
            final office                        | oﬃce
            𝐇𝐞𝐥𝐥𝐨                              | hello
            Donau\u00addampf                     | donaudampf
            Œuvre                               | oeuvre
            Java会議 lunch                       | java会議
            Java会議 lunch                       | 会議
            Java会議 lunch                       | "java会議 lunch"
            Java会議 lunch                       | 会議 lun
            会議の議事録 lunch                    | "議事録 lunch"
            会議の議事録                          | 会
            会議の議事録                          | 録
            会議の議事録                          | "会議の議事録"
            会議の議事録                          | 会議の議
            らーめん とコンピュータ                 | めん
            らーめん とコンピュータ                 | ピュー
            foo_カタカナ                          | カタ
            𠮷野家                               | 𠮷野
            कमला                                | कमला
            Việt Nam                            | viet
            Việt Nam                            | việt nam
            Đà Nẵng                             | da nang
            Đà Nẵng                             | đà
            da nang                             | Đà Nẵng
            الاجتماع القادم                       | اجتماع
            الاجتماع القادم                       | الاجتماع
            الاجتماع القادم                       | الاجت
            اجتماع قادم                          | الاجتماع
            والاجتماع                            | اجتماع
            للاجتماع                             | اجتماع
            بالاجتماع                            | الاجتماع
            مُحَمَّد                                | محمد
            مدرسة                               | مدرسه
            ١٢٣ تقرير                            | 123
            הפגישה מחר                           | פגישה
            בפגישה מחר                           | פגישה
            והפגישה מחר                          | פגישה
            פגישה מחר                            | פגיש
            中                                   | 中
            中国                                 | 中
            中国                                 | 国
            中国人                               | 中国人
            中国人                               | 国人
            iPhone手机                           | iphone
            iPhone手机                           | 手机
            2026年11月                           | 2026
            2026年11月                           | 2026年
            2026年11月                           | 11月
            第3回会議                            | 第3回
            ノート１５                            | ノート15
            안녕하세요 여러분                      | 안녕
            안녕하세요 여러분                      | 하세요
            हिन्दी में बैठक                         | हिन्दी
            हिन्दी में बैठक                         | बैठ
            தமிழ் கூட்டம்                          | தமிழ்
            বাংলা সভা                            | বাংলা
            ქართული                             | ქართ
            Հայերեն                              | հայ
            ភាសាខ្មែរ                              | ខ្មែរ
            ພາສາລາວ                              | ລາວ
            မြန်မာစာ                               | မြန်မာ
            አማርኛ                               | አማር
            ISPARTA ve ığdır                     | ısparta
            ISPARTA ve ığdır                     | IĞDIR
            Ελληνικά                             | ελληνικα
            ΕΛΛΗΝΙΚΆ                             | ελληνικά
            Ёлка                                 | елка
            Łódź                                 | lodz
            Þór                                  | thor
            Þór                                  | þór
            Straßenbahn                          | strassen
            STRASSENBAHN                         | straßenb
            Bücherregal                          | buecherreg
            Buecherregal                         | bücher
            naïve                                | naive
            🎉🎉                                  | 🎉
            👩‍💻 at work                           | 👩‍💻
            🇩🇪 news                              | 🇩🇪
            ☃                                    | ☃
            """)
    void findsWhatPeopleTypeInTheirScript(String written, String looked) {
        String subject = written.replace("\\u00ad", "\u00ad");
        holds(Mails.mail(1).subject(subject), Mails.mail(2).subject("Something else"));

        assertThat(found(looked)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"été", "Größe", "λόγος", "ガイド", "한국어", "Йод", "Việt", "שָׁלוֹם"})
    void findsComposedAndDecomposedLettersAlike(String word) {
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        String together = Normalizer.normalize(word, Normalizer.Form.NFC);
        holds(Mails.mail(1).subject(apart), Mails.mail(2).subject(together));

        assertThat(found(apart)).isEqualTo(2);
        assertThat(found(together)).isEqualTo(2);
        assertThat(found(together.substring(0, 1))).isEqualTo(2);
        assertThat(found("\"" + apart + "\"")).isEqualTo(2);
    }

    @Test
    void doesNotTakeShortWordsForUmlauts() {
        holds(Mails.mail(1).subject("to whom do the blunt"));

        assertThat(found("toe")).isZero();
        assertThat(found("does")).isZero();
        assertThat(found("blue")).isZero();
    }

    @Test
    void passesOverWhatHoldsNoWords() {
        holds(Mails.mail(1).subject("lunch"), Mails.mail(2).subject("dinner"));

        assertThat(found("lunch -?!")).isEqualTo(1);
        assertThat(found("lunch OR")).isEqualTo(1);
        assertThat(found("lunch ()")).isEqualTo(1);
        assertThat(found("larger:9999999999g")).isZero();
        assertThat(found("smaller:9999999999g")).isEqualTo(2);
    }

    @Test
    void takesAnythingHoweverLongItIs() {
        holds(Mails.mail(1).subject("lunch"));
        List<String> typed = List.of(
                "lunch ".repeat(166),
                words("w%d "),
                words("w%d OR "),
                words("%d|"),
                words("(w%d) "),
                words("größe%d "),
                words("\u4f1a%d\u8bae") + "a",
                letters(0x4e00, ""),
                letters(0x4e00, " "),
                letters(0x4e00, " OR "),
                letters(0xac00, ""),
                letters(0x0e01, ""),
                "\"" + letters(0x4e00, "") + "\"",
                "\"" + letters(0x4e00, " ") + "\"",
                letters('a', "."),
                letters('a', "-"),
                letters('a', " "),
                "\u0e01\u0e33".repeat(500),
                "\ufdfa".repeat(1_000),
                "-".repeat(1_000),
                "NOT ".repeat(250),
                "a:".repeat(500),
                "from:(".repeat(200),
                "from: ".repeat(200),
                "from:(a OR b) ".repeat(70),
                "\"'`;--{5}\r\n) OR ALL \u0000".repeat(40));

        for (String each : typed) {
            assertThat(found(each)).isBetween(0, 1);
            assertThat(found("from:" + each)).isBetween(0, 1);
            assertThat(found(each + ")")).isBetween(0, 1);
        }
    }

    private static String words(String format) {
        return IntStream.range(0, 400).mapToObj(format::formatted).collect(Collectors.joining());
    }

    private static String letters(int first, String between) {
        return IntStream.range(first, first + 1_000)
                .mapToObj(Character::toString)
                .collect(Collectors.joining(between));
    }

    @Test
    void staysQuickWhereVeryManyWordsBeginAlike() {
        for (int from = 1; from < 20_000; from += 500) {
            index.add(
                    ADA,
                    IntStream.range(from, from + 500)
                            .mapToObj(uid -> Mails.mail(uid).subject("a%x.a%x".formatted(uid * 7_919, uid * 104_729)))
                            .map(Mails::summary)
                            .toList());
        }
        index.synced(ADA, new SyncState(INBOX, Mails.VALIDITY, 30_000, 20_000, 0, 1), true);

        Instant begun = Instant.now();

        assertThat(found("a")).isEqualTo(20_000);
        assertThat(found("a1.a")).isZero();
        assertThat(Instant.now()).isBefore(begun.plusSeconds(2));
    }
}
