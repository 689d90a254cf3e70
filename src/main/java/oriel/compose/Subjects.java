package oriel.compose;

import java.util.regex.Pattern;
import oriel.mail.Lines;

/** The subject of an answer: one {@code Re:} or {@code Fwd:}, however many programs have put theirs before it. */
final class Subjects {

    /** What mail programs write in other languages: German, Swedish and Danish, Dutch, Polish, Finnish, Turkish, Italian ... */
    private static final Pattern REPLY = prefix("re|aw|antw|sv|vs|odp|ynt|rif|ref|r|res|bls|atb|cevap|回复|回覆|答复|返信");

    private static final Pattern FORWARD = prefix("fwd?|wg|vs|vb|vl|tr|rv|enc|i|pd|doorst|ilt|转发|轉寄|転送");

    private Subjects() {}

    static String reply(String subject) {
        return "Re: " + stripped(subject, REPLY);
    }

    static String forward(String subject) {
        return "Fwd: " + stripped(subject, FORWARD);
    }

    private static Pattern prefix(String words) {
        return Pattern.compile(
                "(?:\\s*(?:" + words + ")\\s*(?:\\[\\d{1,4}]|\\(\\d{1,4}\\))?\\s*[:\uFF1A])+\\s*",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    private static String stripped(String subject, Pattern prefix) {
        String line = Lines.folded(subject);
        var found = prefix.matcher(line);
        return found.lookingAt() ? line.substring(found.end()) : line;
    }
}
