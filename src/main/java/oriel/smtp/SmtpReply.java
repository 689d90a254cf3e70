package oriel.smtp;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oriel.mail.MailException;

/**
 * What a server said (RFC 5321 section 4.2), with its enhanced status code where there is one (RFC 3463).
 *
 * @param code three digits; below 200 if the server said nothing that can be understood
 * @param text all of it, codes included
 */
record SmtpReply(int code, String text) {

    static final SmtpReply NONE = new SmtpReply(0, "");

    private static final Pattern BACKOFF =
            Pattern.compile("(?i)suggested backoff time:\\s*(\\d{1,9})\\s*(milliseconds|seconds)?");

    /** Both codes at the head of each line; the words alone are for people. */
    private static final Pattern CODES = Pattern.compile("(?m)^\\d{3}[ -]?(\\d\\.\\d{1,3}\\.\\d{1,3})?\\s*");

    private static final Pattern STATUS = Pattern.compile("^\\d{3}[ -](\\d\\.\\d{1,3}\\.\\d{1,3})\\b");

    private static final Duration SOON = Duration.ofSeconds(60);

    /** A reply from the text of an exception; {@link #NONE} where it does not begin with a code. */
    static SmtpReply of(String text) {
        Matcher matcher = Pattern.compile("^([2-5]\\d\\d)[ -]").matcher(text);
        return matcher.find() ? new SmtpReply(Integer.parseInt(matcher.group(1)), text) : NONE;
    }

    boolean isTemporary() {
        return code >= 400 && code < 500;
    }

    boolean isRefusal() {
        return code >= 500 && code < 600;
    }

    /** Whether it is the author who is refused, though it was said of a recipient, as Postfix does. */
    boolean isAboutTheSender() {
        return isRefusal() && says("sender address rejected");
    }

    /** The words without the codes. */
    String words() {
        return CODES.matcher(text).replaceAll("").strip();
    }

    private boolean isStatus(String... codes) {
        Matcher matcher = STATUS.matcher(text);
        return matcher.find() && List.of(codes).contains(matcher.group(1));
    }

    private boolean says(String... words) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (lower.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** What a refused sign-in means. */
    MailException signIn(boolean password, Throwable cause) {
        if (isTemporary()) {
            return new MailException.Throttled(backoff(), cause);
        }
        if (says("smtpclientauthentication is disabled")) {
            return new MailException.SendingDisabled(cause);
        }
        if (isStatus("5.7.139") && !says("basic authentication")) {
            return new MailException.Refused(words(), cause);
        }
        return password && says("basic authentication")
                ? new MailException.PasswordsDisabled(cause)
                : new MailException.LoginRefused(cause);
    }

    /** What a refused message means. */
    MailException message(long limit, Throwable cause) {
        if (isTemporary()) {
            return new MailException.Throttled(backoff(), cause);
        }
        if (code == 530 || isStatus("5.7.57")) {
            return new MailException.LoginRefused(cause);
        }
        if (isTooBig()) {
            return limit > 0 ? new MailException.TooBig(limit, cause) : new MailException.Refused(words(), cause);
        }
        if (says("submissionquota")) {
            return new MailException.SendingQuota(cause);
        }
        if (isStatus("5.2.252") || says("sendasdenied")) {
            return new MailException.SenderRefused(cause);
        }
        return isStatus("5.2.2") || says("mailbox full", "over quota")
                ? new MailException.QuotaExceeded(cause)
                : new MailException.Refused(words(), cause);
    }

    private boolean isTooBig() {
        return isStatus("5.3.4", "5.2.3")
                || says("too big", "too large", "size limit", "size exceeds", "maximum size")
                || code == 552 && !STATUS.matcher(text).find() && !says("quota", "full");
    }

    private Duration backoff() {
        Matcher matcher = BACKOFF.matcher(text);
        if (!matcher.find()) {
            return SOON;
        }
        long number = Long.parseLong(matcher.group(1));
        boolean seconds = "seconds".equalsIgnoreCase(matcher.group(2));
        return seconds ? Duration.ofSeconds(number) : Duration.ofMillis(number);
    }
}
