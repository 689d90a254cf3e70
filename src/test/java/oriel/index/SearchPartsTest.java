package oriel.index;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Words that marks join are found as a whole and by their parts. */
class SearchPartsTest extends SearchedMails {

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
}
