package oriel.imap;

import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.NotificationOptions;
import jakarta.enterprise.util.TypeLiteral;
import jakarta.mail.Flags;
import java.lang.annotation.Annotation;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import oriel.account.Account;
import oriel.account.ServerConfig;
import oriel.account.SignedInAccounts;
import oriel.account.SignedOut;
import oriel.mail.Flag;
import oriel.mail.MailStore;
import oriel.mime.EnvelopeParser;
import oriel.mime.MessageParser;
import oriel.mime.MessageWriter;

/** The room put together as CDI does it. */
public final class Adapter implements AutoCloseable {

    final SignedInAccounts accounts;
    final ImapPools pools;
    final ImapSignInCheck check;
    private final ImapConnector connector;

    public Adapter(ServerConfig config) {
        connector = new ImapConnector(config);
        accounts = new SignedInAccounts(new Fire(event -> signedOut(event)));
        pools = new ImapPools(
                config,
                connector,
                accounts,
                new ImapCommands(new EnvelopeParser(), new MessageParser(), new MessageWriter()));
        pools.start();
        check = new ImapSignInCheck(connector, pools);
    }

    private void signedOut(SignedOut event) {
        pools.signedOut(event);
    }

    public MailStore signIn(Account account) {
        accounts.signedIn(account);
        return pools.of(account.id());
    }

    /** For putting messages onto a server as somebody else would. */
    public static Flags flags(Flag... flags) {
        Set<Flag> all = EnumSet.noneOf(Flag.class);
        all.addAll(List.of(flags));
        return ServerFlags.of(all);
    }

    @Override
    public void close() throws InterruptedException {
        pools.stop();
        connector.stop();
    }

    /** An event that has one observer. */
    private record Fire(Consumer<SignedOut> observer) implements Event<SignedOut> {

        @Override
        public void fire(SignedOut event) {
            observer.accept(event);
        }

        @Override
        public <U extends SignedOut> CompletionStage<U> fireAsync(U event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SignedOut> CompletionStage<U> fireAsync(U event, NotificationOptions options) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Event<SignedOut> select(Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SignedOut> Event<U> select(Class<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }

        @Override
        public <U extends SignedOut> Event<U> select(TypeLiteral<U> subtype, Annotation... qualifiers) {
            throw new UnsupportedOperationException();
        }
    }
}
