package oriel.imap;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ByteArray;
import org.eclipse.angus.mail.iap.ParsingException;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.ResyncData;
import org.eclipse.angus.mail.imap.protocol.BASE64MailboxEncoder;
import org.eclipse.angus.mail.imap.protocol.FetchResponse;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;
import org.eclipse.angus.mail.imap.protocol.MailboxInfo;
import org.eclipse.angus.mail.util.MailLogger;
import org.jspecify.annotations.Nullable;
import oriel.mail.MailException;

/** Jakarta Mail's IMAP, with less trust in the server. */
final class CarefulProtocol extends IMAPProtocol {

    private static final String STARTTLS = "STARTTLS";
    private static final String UNSELECT = "UNSELECT";

    private static final int MOST_MESSAGES = 10_000_000;

    /** Names that cannot be taken for anything else. */
    private static final Pattern PLAIN = Pattern.compile("[*%]?|INBOX", Pattern.CASE_INSENSITIVE);

    private static final byte[] EMPTY_LINE = {'\r', '\n'};

    // None has a first value here: the greeting is read, and the budget made, by the constructor of the superclass.
    private @Nullable ResponseBudget budget;
    private @Nullable String awaited;
    private boolean token;
    private int messages;

    CarefulProtocol(String name, String host, int port, Properties properties, boolean tls, MailLogger logger)
            throws IOException, ProtocolException {
        super(name, host, port, properties, tls, logger);
    }

    /** Refuses PREAUTH: nobody has said yet whose mailbox is wanted, and nothing is encrypted before STARTTLS. */
    @Override
    protected void processGreeting(Response greeting) throws ProtocolException {
        super.processGreeting(greeting);
        if (isAuthenticated()) {
            throw new MailException.Unreadable(new ProtocolException("signed in without being asked to"));
        }
    }

    @Override
    public synchronized Response[] command(String command, Argument arguments) {
        Response[] responses = super.command(command, arguments);
        // What stands behind the answer already was not encrypted: somebody in between has put it there.
        if (command.equals(STARTTLS) && (!responses[responses.length - 1].isOK() || hasResponse())) {
            throw new MailException.InsecureServer(new ProtocolException("STARTTLS failure"));
        }
        return responses;
    }

    @Override
    public String writeCommand(String command, Argument arguments) throws IOException, ProtocolException {
        budget().renew();
        // While a literal waits to be asked for, the tag is not known yet.
        awaited = null;
        // Jakarta Mail's sign-in with a token is the only one that is written so.
        token = command.equals("AUTHENTICATE");
        String tag = super.writeCommand(command, arguments);
        awaited = tag;
        return tag;
    }

    /**
     * Sends a command of which each answer is dealt with as soon as it is here, and not kept.
     *
     * @param taker told of each FETCH response; says whether it was an answer, and not news of the folder
     * @return everything else that came, the tagged answer last
     */
    synchronized Response[] stream(String command, Argument arguments, Predicate<FetchResponse> taker)
            throws ProtocolException {
        List<Response> others = new ArrayList<>();
        try {
            String tag = writeCommand(command, arguments);
            Response last;
            do {
                last = next(taker, others);
            } while (!last.isTagged() && !last.isBYE() || last.isTagged() && !tag.equals(last.getTag()));
        } catch (IOException e) {
            others.add(Response.byeResponse(e));
        }
        return others.toArray(Response[]::new);
    }

    private Response next(Predicate<FetchResponse> taker, List<Response> others) throws IOException {
        while (true) {
            try {
                Response response = readResponse();
                if (!(response instanceof FetchResponse fetched) || !taker.test(fetched)) {
                    others.add(response);
                    return response;
                }
                budget().renew();
            } catch (ProtocolException e) {
                // Makes no sense, and so it is passed over.
                continue;
            }
        }
    }

    /** A response that makes no sense is passed over; one to another command means that nothing can be trusted any more. */
    @Override
    public Response readResponse() throws IOException, ProtocolException {
        Response response = parsed();
        if (token && response.isContinuation() && !response.getRest().isBlank()) {
            // The reason why it is refused; Jakarta Mail would answer with the token once more.
            getOutputStream().write(EMPTY_LINE);
            getOutputStream().flush();
            response = parsed();
        }
        if (awaited != null && response.isTagged() && !awaited.equals(response.getTag())) {
            throw new MailException.Unreadable(new ProtocolException("answer to no question"));
        }
        if (response instanceof IMAPResponse counted
                && counted.getNumber() > MOST_MESSAGES
                && counted.keyEquals("EXISTS")) {
            // Jakarta Mail makes room for as many.
            throw new MailException.Unreadable(new ProtocolException("more messages than there can be"));
        }
        return response;
    }

    private Response parsed() throws IOException, ProtocolException {
        try {
            IMAPResponse response = new CheckedResponse(this);
            if (response.keyEquals("VANISHED")) {
                // Nobody asks for it (RFC 7162), and Jakarta Mail makes room for every number it names.
                throw new ParsingException("VANISHED unasked");
            }
            return response.keyEquals("FETCH") ? new FetchResponse(response, getFetchItems(), this) : response;
        } catch (MailException tooMuch) {
            throw tooMuch;
        } catch (RuntimeException | StackOverflowError e) {
            // It was read to its end, so the next one can be understood again.
            ParsingException nonsense = new ParsingException("makes no sense");
            nonsense.initCause(e);
            throw nonsense;
        }
    }

    @Override
    protected ByteArray getResponseBuffer() {
        ByteArray offered = super.getResponseBuffer();
        return offered == null ? budget().room() : budget().room(offered);
    }

    private ResponseBudget budget() {
        if (budget == null) {
            budget = new ResponseBudget();
        }
        return budget;
    }

    /**
     * As a literal where that costs no round trip: what a name says is never taken for syntax then, by whatever stands
     * between (a folder {@code Deleted} for an item of STATUS, say).
     */
    @Override
    protected void writeMailboxName(Argument arguments, String name) {
        if (PLAIN.matcher(name).matches() || !supportsNonSyncLiterals()) {
            super.writeMailboxName(arguments, name);
        } else {
            arguments.writeBytes(
                    supportsUtf8()
                            ? name.getBytes(StandardCharsets.UTF_8)
                            : BASE64MailboxEncoder.encode(name).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** Text that is searched for, in bytes of which the server knows the charset. */
    void writeText(Argument arguments, byte[] text) {
        if (supportsNonSyncLiterals()) {
            arguments.writeBytes(text);
        } else {
            arguments.writeString(new String(text, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1);
        }
    }

    /**
     * Keeps from Jakarta Mail how many messages there are, as it makes room for each of them at once, 400 KB for 100,000;
     * {@link SelectedFolder} tells it when a message is wanted from it.
     */
    @Override
    public MailboxInfo select(String folder, @Nullable ResyncData resync) throws ProtocolException {
        MailboxInfo selected = super.select(folder, resync);
        messages = Math.max(0, selected.total);
        selected.total = 0;
        return selected;
    }

    /** How many messages were in the folder when it was selected. */
    int messages() {
        return messages;
    }

    /** Sends nothing where it is not announced: SELECT of the next folder leaves this one, Jakarta Mail would send CLOSE. */
    @Override
    public void unselect() throws ProtocolException {
        if (super.hasCapability(UNSELECT)) {
            super.unselect();
        }
    }

    /** Whether a folder can be left without selecting another one. */
    boolean canUnselect() {
        return super.hasCapability(UNSELECT);
    }

    @Override
    public boolean hasCapability(String capability) {
        return capability.equals(UNSELECT) || super.hasCapability(capability);
    }
}
