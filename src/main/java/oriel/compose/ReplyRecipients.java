package oriel.compose;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Message;

/** Who gets an answer (RFC 5322 section 3.6.3): each once, oneself only if there is nobody else. */
record ReplyRecipients(List<Address> to, List<Address> cc) {

    /** @param own the addresses of whoever answers, in lower case */
    static ReplyRecipients of(Message original, Set<String> own, boolean all) {
        Envelope envelope = original.envelope();
        boolean byMyself = envelope.from().stream().anyMatch(from -> isOwn(from, own));
        List<Address> first = byMyself ? envelope.to() : answersGoTo(original);
        List<Address> further = new ArrayList<>(first);
        if (all) {
            further.addAll(envelope.to());
        }
        Set<String> seen = new HashSet<>(own);
        List<Address> to = unseen(further, seen);
        List<Address> cc = all ? unseen(original.cc(), seen) : List.of();
        if (to.isEmpty() && cc.isEmpty()) {
            to = unseen(first, new HashSet<>());
        }
        return new ReplyRecipients(to, cc);
    }

    private static List<Address> answersGoTo(Message original) {
        List<Address> asked =
                original.replyTo().stream().filter(RecipientReader::isValid).toList();
        return asked.isEmpty() ? original.envelope().from() : asked;
    }

    private static boolean isOwn(Address address, Set<String> own) {
        return own.contains(Recipients.key(address));
    }

    private static List<Address> unseen(List<Address> addresses, Set<String> seen) {
        return addresses.stream()
                .filter(RecipientReader::isValid)
                .filter(address -> seen.add(Recipients.key(address)))
                .toList();
    }
}
