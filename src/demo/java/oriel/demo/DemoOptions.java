package oriel.demo;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import oriel.demo.sample.SampleMail;

/**
 * What can be asked of the demo.
 *
 * @param imapPort where its mail server listens; 0 if it may choose
 * @param smtpPort where it takes mail; 0 if it may choose
 * @param user address of the first user
 * @param password of all users
 * @param messages in the first user's inbox; 0 for the usual number
 * @param arrivals time between two new messages; zero for none
 */
public record DemoOptions(int imapPort, int smtpPort, String user, String password, int messages, Duration arrivals) {

    static final String PREFIX = "oriel.demo.";
    static final String IMAP_PORT = PREFIX + "imap.port";
    static final String SMTP_PORT = PREFIX + "smtp.port";
    static final String USER = PREFIX + "user";
    static final String PASSWORD = PREFIX + "password";
    static final String MESSAGES = PREFIX + "messages";
    static final String ARRIVALS = PREFIX + "arrivals";

    private static final Set<String> KEYS = Set.of(IMAP_PORT, SMTP_PORT, USER, PASSWORD, MESSAGES, ARRIVALS);
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9._+-]{1,60}@[A-Za-z0-9-]{1,60}(\\.[A-Za-z0-9-]{1,60})+");
    private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,64}");
    private static final int MOST_MESSAGES = 200_000;
    private static final int LONGEST_PAUSE = 24 * 60 * 60;

    /** @throws CannotStart if a value is wrong or a key unknown */
    public static DemoOptions read(Options options) {
        Set<String> unknown =
                new TreeSet<>(options.only(key -> key.startsWith(PREFIX)).keySet());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw new CannotStart("%s is no option of the demo; there are %s."
                    .formatted(String.join(", ", unknown), String.join(", ", new TreeSet<>(KEYS))));
        }
        DemoOptions demo = new DemoOptions(
                options.number(IMAP_PORT, 0, 1, Ports.LAST),
                options.number(SMTP_PORT, 0, 1, Ports.LAST),
                options.text(USER, "ada@oriel.test", ADDRESS, "a mail address, like ada@oriel.test"),
                options.text(PASSWORD, "demo", VISIBLE, "1 to 64 letters, digits or signs without spaces"),
                options.number(MESSAGES, 0, 1, MOST_MESSAGES),
                Duration.ofSeconds(options.number(ARRIVALS, 60, 0, LONGEST_PAUSE)));
        if (demo.user().equalsIgnoreCase(SampleMail.GRACE)) {
            throw new CannotStart(USER + " is \"" + demo.user() + "\": that is the second user's address.");
        }
        return demo;
    }
}
