package oriel.imap;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.mail.Flags;
import java.lang.annotation.Annotation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import oriel.account.Account;
import oriel.account.FreshCredentials;
import oriel.account.Limits;
import oriel.account.ServerConfig;
import oriel.account.SharedMailboxes;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.fixture.Tokens;
import oriel.mail.Flag;
import oriel.mail.FolderChanged;
import oriel.mail.FolderPath;
import oriel.mail.FolderViewed;
import oriel.mail.MailStore;
import oriel.mail.MailStores;
import oriel.mail.SyncStore;
import oriel.mail.SyncStores;
import oriel.mime.EnvelopeParser;
import oriel.mime.MessageParser;
import oriel.mime.MessageWriter;

/** The room put together as CDI does it. */
public final class Adapter implements AutoCloseable {

    final SignedInAccounts accounts;
    final ImapPools pools;
    final ImapSignInCheck check;
    final ImapFolderWatch watch;
    private final ServerConfig config;
    private final ImapConnector connector;
    private final FreshCredentials credentials;
    private final ImapCommands commands =
            new ImapCommands(new EnvelopeParser(), new MessageParser(), new MessageWriter());
    private final List<SharedPools> shared = new CopyOnWriteArrayList<>();
    private final BlockingQueue<FolderChanged> changes = new LinkedBlockingQueue<>();

    public Adapter(ServerConfig config) {
        this(config, WatchTimes.USUAL);
    }

    /** @param refresh how long one IDLE lasts at most */
    public Adapter(ServerConfig config, Duration refresh) {
        this(config, quick(refresh));
    }

    private static WatchTimes quick(Duration refresh) {
        WatchTimes usual = WatchTimes.USUAL;
        return new WatchTimes(
                usual.quiet(),
                refresh,
                Duration.ofSeconds(1),
                Duration.ofSeconds(2),
                usual.linger(),
                Duration.ofMillis(200),
                Duration.ofSeconds(2),
                usual.refused());
    }

    /** With credentials that a provider renews. */
    public Adapter(ServerConfig config, Function<SignedInAccounts, FreshCredentials> credentials) {
        this(config, WatchTimes.USUAL, credentials);
    }

    Adapter(ServerConfig config, WatchTimes times) {
        this(config, times, Tokens::renewing);
    }

    private Adapter(ServerConfig config, WatchTimes times, Function<SignedInAccounts, FreshCredentials> renewing) {
        this.config = config;
        connector = new ImapConnector(config);
        accounts = new SignedInAccounts(new Fire<>(event -> signedOut(event)));
        credentials = renewing.apply(accounts);
        FolderNews news = new FolderNews(new Fire<>(this::changed));
        pools = new ImapPools(config, connector, credentials, commands, news);
        pools.start();
        watch = new ImapFolderWatch(pools, news, times);
        check = new ImapSignInCheck(connector, pools);
    }

    private void signedOut(SignedOut event) {
        shared.forEach(each -> each.signedOut(event));
        watch.signedOut(event);
        pools.signedOut(event);
    }

    private void changed(FolderChanged event) {
        changes.add(event);
    }

    /** A page is opened, which wants to hear of changes. */
    public void openPage(Account account) {
        watch.begin(account.id());
    }

    /** Signs in from one more browser, as far as the server is asked. */
    public void checkSignIn(Account account) {
        check.check(account);
    }

    public void signOut(Account account) {
        accounts.signedOut(account.id());
    }

    /** Looks at a folder as a page does. */
    public void view(Account account, FolderPath folder) {
        watch.viewed(new FolderViewed(account.id(), folder));
    }

    /** The next change of a folder that was told. */
    public FolderChanged nextChange() throws InterruptedException {
        FolderChanged next = changes.poll(10, TimeUnit.SECONDS);
        if (next == null) {
            throw new AssertionError("no change was told");
        }
        return next;
    }

    /** Forgets the changes that were told so far and says how many there were. */
    public int dropChanges() {
        return changes.drainTo(new ArrayList<>());
    }

    public MailStore signIn(Account account) {
        accounts.signedIn(account);
        return pools.of(account.id());
    }

    /** The mail of an account for the index. */
    public SyncStore follow(Account account) {
        return pools.followed(account.id());
    }

    /** The same of everybody who is signed in, with the mailboxes that they share. */
    public SyncStores following(SharedMailboxes listed) {
        SharedPools opened = new SharedPools(config, listed, connector, credentials, commands);
        shared.add(opened);
        return new ImapSyncStores(pools, opened);
    }

    /** The mail of everybody who is signed in, with the mailboxes that they share. */
    public MailStores sharing(SharedMailboxes listed, Path folder) {
        SharedPools opened = new SharedPools(config, listed, connector, credentials, commands);
        shared.add(opened);
        Duration hour = Duration.ofHours(1);
        return new ImapStores(pools, opened, new Limits(hour, hour, 1, folder.toFile()));
    }

    /** For putting messages onto a server as somebody else would. */
    public static Flags flags(Flag... flags) {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(List.of(flags));
        return ServerFlags.of(all);
    }

    @Override
    public void close() throws InterruptedException {
        watch.stop();
        shared.forEach(SharedPools::stop);
        pools.stop();
        connector.stop();
    }

    /** An event that has one observer. */
    private record Fire<T>(Consumer<T> observer) implements Event<T> {

        @Override
        public void fire(T event) {
            observer.accept(event);
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<T> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends T> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
