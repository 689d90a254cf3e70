package oriel.index;

import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Subjects as people write them, and what they type to find them again. */
class SearchLanguagesTest extends SearchedMails {

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
        holds(IntStream.range(1, 20_001)
                .mapToObj(uid -> Mails.mail(uid).subject("a%x.a%x".formatted(uid * 7_919, uid * 104_729)))
                .toArray(Mails[]::new));

        Instant begun = Instant.now();

        assertThat(found("a")).isEqualTo(20_000);
        assertThat(found("a1.a")).isZero();
        assertThat(Instant.now()).isBefore(begun.plusSeconds(2));
    }
}
