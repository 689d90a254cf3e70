package oriel.servers;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import oriel.account.Account;
import oriel.account.IndexedTexts;
import oriel.index.MessageIndex;
import oriel.mail.FolderPath;

/**
 * Prints how fast a folder is indexed, beside the bare FETCH of the same: {@code java oriel.servers.SyncBench 100000 3}. No
 * test.
 */
final class SyncBench {

    private static final String FETCH = "FETCH 1:* (UID FLAGS INTERNALDATE RFC822.SIZE ENVELOPE BODYSTRUCTURE"
            + " BODY.PEEK[HEADER.FIELDS (REFERENCES)])";

    private final MailServers servers = MailServers.get();

    private SyncBench() {}

    public static void main(String... arguments) throws Exception {
        int messages = Integer.parseInt(arguments[0]);
        SyncBench bench = new SyncBench();
        String user = bench.servers.newUser();
        new BigMailbox(bench.servers.rich(), bench.servers.folder()).fill(user, messages);
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            double bare = bench.bare(user);
            long before = cpu();
            double ours = bench.indexed(user);
            System.out.printf(
                    "bare %,.0f/s, indexed %,.0f/s, ratio %.2f, CPU %,.1f us a message%n",
                    messages / bare * 1_000,
                    messages / ours * 1_000,
                    bare / ours,
                    (cpu() - before) / 1_000.0 / messages);
        }
        System.exit(0);
    }

    /** Of this process, which is not the server's, in nanoseconds; says more than the clock on a busy machine. */
    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private double bare(String user) throws Exception {
        try (BareImap bare = new BareImap(servers.rich().imap(), user, MailServers.PASSWORD)) {
            return Timings.measured(() -> {
                bare.send("SELECT INBOX");
                bare.send(FETCH);
            });
        }
    }

    private double indexed(String user) throws Exception {
        Account account = MailServers.account(user);
        Path folder = Files.createTempDirectory("oriel-bench");
        try (FollowedAccount followed =
                new FollowedAccount(servers, servers.rich().imaps(), account, folder, IndexedTexts.NONE)) {
            return Timings.measured(() -> {
                followed.sync.freshen(account.id(), FolderPath.INBOX, Duration.ofMillis(1));
                awaitComplete(followed.index, account);
            });
        }
    }

    private static void awaitComplete(MessageIndex index, Account account) throws InterruptedException {
        while (index.complete(account.id(), FolderPath.INBOX).isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }
}
