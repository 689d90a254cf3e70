package oriel.imap;

import jakarta.mail.MessagingException;
import org.eclipse.angus.mail.iap.Argument;
import org.eclipse.angus.mail.iap.ProtocolException;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.protocol.IMAPProtocol;

/** Commands that Jakarta Mail has no method for, or none by UID. */
final class Protocol {

    /** Commands on the wire. */
    @FunctionalInterface
    interface Command<T> {
        T on(IMAPProtocol protocol) throws ProtocolException;
    }

    /** Commands whose answer says nothing. */
    @FunctionalInterface
    interface Action {
        void on(IMAPProtocol protocol) throws ProtocolException;
    }

    private Protocol() {}

    /** An action as a command. */
    static Command<Boolean> doing(Action action) {
        return protocol -> {
            action.on(protocol);
            return true;
        };
    }

    /** Runs a command on the folder's connection. */
    @SuppressWarnings("unchecked")
    static <T> T run(IMAPFolder folder, Command<T> command) throws MessagingException {
        return (T) folder.doCommand(command::on);
    }

    /**
     * Sends a command, tells the folder what came unasked, and checks the answer.
     *
     * @return everything that came, the tagged answer last
     */
    static Response[] send(IMAPProtocol protocol, String command, Argument arguments) throws ProtocolException {
        Response[] responses = protocol.command(command, arguments);
        protocol.notifyResponseHandlers(responses);
        protocol.handleResult(responses[responses.length - 1]);
        return responses;
    }

    /** Arguments that begin with what needs no quoting, such as a set of UIDs. */
    static Argument atom(String text) {
        Argument arguments = new Argument();
        arguments.writeAtom(text);
        return arguments;
    }

    /** Adds a folder's name. */
    static void folder(IMAPProtocol protocol, Argument arguments, String name) {
        ((CarefulProtocol) protocol).writeMailboxName(arguments, name);
    }
}
