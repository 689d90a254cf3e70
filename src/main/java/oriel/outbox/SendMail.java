package oriel.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import oriel.mail.AccountId;
import oriel.mail.MailException;
import oriel.mail.MailSender;
import oriel.mail.MailSent;

/**
 * Sends a message once, however often it is asked to: a second call for the same Message-ID, while the first one runs or
 * after it succeeded, sends nothing and tells the same outcome.
 */
@ApplicationScoped
public class SendMail {

    private record Key(AccountId account, String messageId) {}

    private final MailSender sender;
    private final SendJournal journal;
    private final FileSentCopy fileSentCopy;
    private final Event<MailSent> mailSent;
    private final Map<Key, CompletableFuture<SendState>> running = new ConcurrentHashMap<>();

    @Inject
    public SendMail(MailSender sender, SendJournal journal, FileSentCopy fileSentCopy, Event<MailSent> mailSent) {
        this.sender = sender;
        this.journal = journal;
        this.fileSentCopy = fileSentCopy;
        this.mailSent = mailSent;
    }

    /**
     * Sends, then has the copy filed and the original marked in the background.
     *
     * @return a state that is {@link SendState#sent()}, or {@link SendState#UNKNOWN}: it may have been sent, and it is
     *     sent again only if {@link Outgoing#again()} says so
     * @throws MailException if nothing was sent; it may be tried again
     */
    public SendState send(Outgoing outgoing) {
        Key key = new Key(outgoing.account(), outgoing.messageId());
        CompletableFuture<SendState> mine = new CompletableFuture<>();
        CompletableFuture<SendState> first = running.putIfAbsent(key, mine);
        if (first != null) {
            return outcomeOf(first);
        }
        try {
            SendState state = sendUnlessKnown(outgoing);
            mine.complete(state);
            return state;
        } catch (RuntimeException | Error failure) {
            mine.completeExceptionally(failure);
            throw failure;
        } finally {
            running.remove(key);
        }
    }

    /** How far a message has come; empty if it was never sent, or failed for certain. */
    public Optional<SendState> state(AccountId account, String messageId) {
        return journal.state(account, messageId);
    }

    private static SendState outcomeOf(CompletableFuture<SendState> first) {
        try {
            return first.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof MailException trouble) {
                throw trouble;
            }
            throw failed;
        }
    }

    private SendState sendUnlessKnown(Outgoing outgoing) {
        Optional<SendState> known = journal.state(outgoing.account(), outgoing.messageId());
        boolean wanted = known.isEmpty() || (known.get() == SendState.UNKNOWN && outgoing.again());
        return wanted ? sendNow(outgoing) : known.get();
    }

    private SendState sendNow(Outgoing outgoing) {
        record(outgoing, SendState.DATA_STARTED);
        try {
            sender.send(outgoing.account(), outgoing.draft());
        } catch (MailException.SendUnknown lost) {
            record(outgoing, SendState.UNKNOWN);
            fileSentCopy.lookFor(outgoing);
            return SendState.UNKNOWN;
        } catch (RuntimeException | Error failure) {
            journal.forget(outgoing.account(), outgoing.messageId());
            throw failure;
        }
        record(outgoing, SendState.ACCEPTED);
        fileSentCopy.file(outgoing);
        mailSent.fire(new MailSent(outgoing.account(), outgoing.messageId()));
        return SendState.ACCEPTED;
    }

    private void record(Outgoing outgoing, SendState state) {
        journal.record(outgoing.account(), outgoing.messageId(), state);
    }
}
