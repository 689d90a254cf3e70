package oriel.demo;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the command line asks for: {@code mvn -Pdemo -Doriel.port=9090}.
 *
 * @param port where Oriel listens
 * @param imapPort where the demo's mail server listens for IMAP
 * @param smtpPort and for SMTP
 * @param user the first user's address
 * @param password both users' password
 * @param messages how many messages the first user's Inbox holds at least
 * @param arrivals seconds between new messages; 0 for none
 * @param settings Oriel's own configuration, passed on
 */
record Options(
        int port,
        int imapPort,
        int smtpPort,
        String user,
        String password,
        int messages,
        int arrivals,
        Map<String, String> settings) {

    private static final Pattern OPTION = Pattern.compile("(?:^|\\s)-D(oriel\\.[\\w.]+)=(\\S+)");
    private static final int HIGHEST_PORT = 65_535;
    private static final int MOST_MESSAGES = 1_000_000;
    private static final int DAY = 86_400;

    /** From Maven's command line, which it hands to the processes it starts in the environment. */
    static Options read() {
        return parse(Optional.ofNullable(System.getenv("MAVEN_CMD_LINE_ARGS")).orElse(""));
    }

    /** @throws Launch.Mistake if a value makes no sense */
    static Options parse(String commandLine) {
        Map<String, String> given = new HashMap<>();
        Matcher options = OPTION.matcher(commandLine);
        while (options.find()) {
            given.put(options.group(1), options.group(2));
        }
        Options read = new Options(
                number(given, "oriel.port", 8080, 1, HIGHEST_PORT),
                number(given, "oriel.demo.imap.port", 3143, 1, HIGHEST_PORT),
                number(given, "oriel.demo.smtp.port", 3025, 1, HIGHEST_PORT),
                address(given.getOrDefault("oriel.demo.user", "ada@oriel.test")),
                given.getOrDefault("oriel.demo.password", "demo"),
                number(given, "oriel.demo.messages", 0, 0, MOST_MESSAGES),
                number(given, "oriel.demo.arrivals", 60, 0, DAY),
                given);
        given.keySet().removeIf(key -> key.equals("oriel.port") || key.startsWith("oriel.demo."));
        return read;
    }

    private static int number(Map<String, String> given, String key, int preset, int least, int most) {
        String value = given.get(key);
        if (value == null) {
            return preset;
        }
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        throw new Launch.Mistake(
                "-D" + key + "=" + value + " makes no sense: it is a number from " + least + " to " + most + ".");
    }

    private static String address(String value) {
        if (!value.matches("[^\\s@]+@[^\\s@]+")) {
            throw new Launch.Mistake(
                    "-Doriel.demo.user=" + value + " makes no sense: it is an address like ada@oriel.test.");
        }
        return value;
    }
}
