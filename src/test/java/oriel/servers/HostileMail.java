package oriel.servers;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import oriel.fixture.Corpus;
import oriel.fixture.Mails;

/** Messages that hold a vector wherever a sender can put text: subject, name, HTML, plain text, name of a file. */
final class HostileMail {

    /** In each of them, to find them by. */
    static final String WORD = "zebra";

    private static final int LONGEST_HEADER = 300;

    private HostileMail() {}

    static byte[] of(Corpus.Vector vector, int number) {
        String input = vector.input();
        return Mails.written("""
                From: %s <attacker@oriel.test>
                To: %s <ada@oriel.test>
                Subject: %s
                Message-ID: <hostile.%d@oriel.test>
                Date: Mon, 2 Nov 2026 10:00:00 +0000
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=hostile-frontier

                --hostile-frontier
                Content-Type: text/html; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                --hostile-frontier
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: base64

                %s
                --hostile-frontier
                Content-Type: text/html; charset=utf-8
                Content-Disposition: attachment; filename="%s"
                Content-Transfer-Encoding: base64

                %s
                --hostile-frontier--
                """.formatted(
                        word(input),
                        word(input),
                        word(WORD + " " + number + " " + input),
                        number,
                        base64(input),
                        base64(WORD + " " + input),
                        word(input + ".html"),
                        base64(input)));
    }

    private static String word(String text) {
        String cut = text.substring(0, Math.min(text.length(), LONGEST_HEADER));
        return "=?utf-8?B?" + Base64.getEncoder().encodeToString(cut.getBytes(StandardCharsets.UTF_8)) + "?=";
    }

    private static String base64(String text) {
        return Base64.getMimeEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
