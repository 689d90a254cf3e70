package oriel.servers;

import java.io.IOException;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What lies on the server, asked of the server's own tool and not by IMAP: to be compared before and after a fault with
 * what the user was told.
 */
record Ledger(Dovecot dovecot, String user) {

    /** A message: {@code <Message-ID> folder flags}; without the flag {@code \Recent}, which means nothing. */
    TreeSet<String> entries() {
        String all = dovecot.doveadm(
                "-f", "tab", "fetch", "-u", user, "hdr.message-id mailbox flags", "mailbox", "*", "all");
        return all.lines()
                .skip(1)
                .map(line -> line.split("\t", -1))
                .map(words -> (words[0] + " " + words[1] + " " + flags(words[2])).strip())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String flags(String told) {
        return Arrays.stream(told.split(" "))
                .filter(flag -> !flag.equals("\\Recent"))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** How often a message is in any folder, deleted or not. */
    long copies(String messageId) {
        String all = dovecot.doveadm("-f", "tab", "fetch", "-u", user, "hdr.message-id uid", "mailbox", "*", "all");
        return all.lines().filter(line -> line.startsWith(messageId + "\t")).count();
    }

    /** Puts a message into a folder, as another program would. */
    void add(String folder, byte[] message) throws IOException {
        dovecot.save(user, folder, message);
    }
}
