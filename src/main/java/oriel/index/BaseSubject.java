package oriel.index;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A subject without what answering and forwarding put to it, after RFC 5256 section 2.1. Two things differ: programs in many
 * languages write more than {@code Re} and {@code Fwd}, and a tag in brackets stays if it holds a digit, since it is the
 * number of a ticket or of a patch then and tells subjects apart.
 *
 * @param text folded for comparing; empty if nothing is left
 * @param answer whether anything said that it answers or forwards
 */
record BaseSubject(String text, boolean answer) {

    /** Nobody compares more of a subject. */
    private static final int LONGEST = 1_000;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    /** What programs put before a subject: answers first, then what forwards. */
    private static final Pattern PREFIX = Pattern.compile(
            "(?:re\\^?\\d{0,3}|r|aw|antw|antwort|sv|vs|vá|ate?b|ats|bls|odp|ynt|res|rif|απ|σχετ|отв|ответ|на|תשובה|رد|"
                    + "回复|回覆|答复|答覆|回信|返信|답장|회신|"
                    + "fwd?|wg|vb|vl|vm|tr|rv|i|enc|pd|doorst|trs|i\u0307?lt|tov(?:ább(?:ítás)?)?|πρθ|пересл|הועבר|"
                    + "转发|轉寄|轉發|転送|전달)"
                    + " ?(?:\\[\\d{1,4}]|\\(\\d{1,4}\\))? ?[:：] ?",
            FLAGS);

    private static final Pattern TAG = Pattern.compile("\\[([^\\[\\]]*)] ?");
    private static final Pattern NUMBERED = Pattern.compile("\\p{Nd}");
    private static final Pattern AFTER = Pattern.compile(" ?\\(fwd\\)$", FLAGS);
    private static final Pattern AROUND = Pattern.compile("\\[fwd:(.*)]", FLAGS);
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    /** Takes a subject apart. */
    static BaseSubject of(String subject) {
        String cut = SortKeys.cut(subject, LONGEST);
        return bare(isPlain(cut) ? cut : plain(cut), false);
    }

    /** Most subjects are. */
    private static boolean isPlain(String subject) {
        char before = ' ';
        for (int i = 0; i < subject.length(); i++) {
            char c = subject.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String plain(String subject) {
        String composed = Normalizer.normalize(subject, Normalizer.Form.NFC);
        return SPACES.matcher(composed).replaceAll(" ").strip();
    }

    private static BaseSubject bare(String subject, boolean answer) {
        String base = subject;
        boolean told = answer;
        if (base.endsWith(")")) {
            for (Matcher after = AFTER.matcher(base); after.find(); after = AFTER.matcher(base)) {
                base = base.substring(0, after.start()).strip();
                told = true;
            }
        }
        Begun begun = Begun.of(base);
        Matcher around = AROUND.matcher(begun.rest());
        if (around.matches()) {
            return bare(around.group(1).strip(), true);
        }
        // A subject that is nothing but a tag is better than none.
        String rest = begun.rest().isEmpty() ? begun.lastTag() : begun.rest();
        String text = (begun.kept() + rest).strip().toLowerCase(Locale.ROOT);
        return new BaseSubject(text, told || begun.answer());
    }

    /**
     * What stands before a subject, taken apart.
     *
     * @param kept tags that belong to the subject
     * @param lastTag the last one that does not
     */
    private record Begun(String kept, String lastTag, boolean answer, String rest) {

        static Begun of(String subject) {
            if (subject.indexOf(':') < 0 && subject.indexOf('：') < 0 && !subject.startsWith("[")) {
                return new Begun("", "", false, subject);
            }
            Matcher prefix = PREFIX.matcher(subject);
            Matcher tag = TAG.matcher(subject);
            StringBuilder kept = new StringBuilder();
            String last = "";
            boolean answer = false;
            int at = 0;
            while (true) {
                if (prefix.region(at, subject.length()).lookingAt()) {
                    answer = true;
                    at = prefix.end();
                } else if (tag.region(at, subject.length()).lookingAt() && !forwards(tag.group(1))) {
                    boolean known = kept.indexOf(tag.group().strip()) >= 0;
                    if (NUMBERED.matcher(tag.group(1)).find() && !known) {
                        kept.append(tag.group().strip()).append(' ');
                    }
                    last = known ? last : tag.group();
                    at = tag.end();
                } else {
                    return new Begun(kept.toString(), kept.isEmpty() ? last : "", answer, subject.substring(at));
                }
            }
        }

        private static boolean forwards(String tag) {
            return tag.regionMatches(true, 0, "fwd:", 0, 4);
        }
    }
}
