package oriel.compose.web;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import oriel.account.CurrentAccount;
import oriel.account.Limits;
import oriel.compose.Composition;
import oriel.compose.CompositionId;
import oriel.compose.SendWritten;
import oriel.compose.Senders;
import oriel.compose.Uploads;
import oriel.mail.AccountId;
import oriel.outbox.SendMail;

/** The composer: the script of the page calls these actions, and each answers with JSON. */
@Named
@ViewScoped
public class ComposePage implements Serializable {

    private static final long serialVersionUID = 1;

    private final Map<CompositionId, Composition> begun = new LinkedHashMap<>();
    private final CurrentAccount current;
    private final Limits limits;
    private final Beginning beginning;
    private final Senders senders;
    private final SendWritten sendWritten;
    private final SendMail sendMail;
    private final Uploads uploads;
    private final ComposeAnswer answer;

    @Inject
    public ComposePage(
            CurrentAccount current,
            Limits limits,
            Beginning beginning,
            Senders senders,
            SendWritten sendWritten,
            SendMail sendMail,
            Uploads uploads,
            ComposeAnswer answer) {
        this.current = current;
        this.limits = limits;
        this.beginning = beginning;
        this.senders = senders;
        this.sendWritten = sendWritten;
        this.sendMail = sendMail;
        this.uploads = uploads;
        this.answer = answer;
    }

    /** Starts a new message, a reply or a forward, or takes up what was left. */
    public void start() {
        answer.with(request -> {
            Composition composition = beginning.begin(current.id(), request);
            begun.put(composition.id(), composition.withoutText());
            return ComposeJson.of(composition, senders.of(current.id()), uploads.list(current.id(), composition.id()));
        });
    }

    /** Sends what was written. */
    public void send() {
        answer.with(request -> {
            Composition composition =
                    begun.computeIfAbsent(request.id(), id -> beginning.resume(current.id(), request));
            return ComposeJson.of(sendWritten.send(composition, request.written(), request.again()));
        });
    }

    /** Throws away what was written, unless it is on its way. */
    public void discard() {
        answer.with(request -> {
            AccountId account = current.id();
            if (sendMail.state(account, request.id().messageId(account)).isEmpty()) {
                uploads.discard(account, request.id());
            }
            begun.remove(request.id());
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }

    /** Tells how far a message has come that was sent. */
    public void outcome() {
        answer.with(request -> sendMail.state(current.id(), request.id().messageId(current.id()))
                .map(ComposeJson::of)
                .orElse(JsonObject.EMPTY_JSON_OBJECT));
    }

    /** Bytes that attachments may have together, to be told before anything is uploaded. */
    public long getLimit() {
        return limits.messageBytes();
    }

    /** Keeps apart what different people leave behind in one browser; tells nothing of the address. */
    public String getOwner() {
        return Integer.toHexString(current.id().hashCode());
    }
}
