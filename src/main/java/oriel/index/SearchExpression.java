package oriel.index;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;

/** What messages are searched for, as a tree. */
public sealed interface SearchExpression {

    /** Every message; what is meant where nothing is wanted. */
    SearchExpression ALL = new And(List.of());

    /** Meets all of them. */
    record And(List<SearchExpression> of) implements SearchExpression {
        public And {
            of = List.copyOf(of);
        }
    }

    /** Meets one of them at least. */
    record Or(List<SearchExpression> of) implements SearchExpression {
        public Or {
            of = List.copyOf(of);
        }
    }

    /** Does not meet it. */
    record Not(SearchExpression of) implements SearchExpression {}

    /** Where words are looked for. */
    enum Place {
        /** In subject, sender, recipients, names of attachments and as much of the text as is indexed. */
        ANYWHERE,
        FROM,
        /** Any recipient, {@code Cc} included. */
        TO,
        CC,
        SUBJECT,
        BODY,
        /** In names of attachments. */
        FILE
    }

    /**
     * Holds these words, side by side in one place: one, or all of its parts where it has some, as {@code file.names.pdf}, or
     * those that stood in quotes.
     *
     * @param text as it was typed
     * @param phrase whether it stood in quotes
     * @param prefix whether the last word may be only the beginning of one
     */
    record Words(Place place, String text, boolean phrase, boolean prefix) implements SearchExpression {}

    /** Is marked so, or is not. */
    record Marked(Flag flag, boolean set) implements SearchExpression {}

    /** Has this tag. */
    record Tagged(String tag) implements SearchExpression {}

    /** Seems to carry attachments. */
    record HasAttachment() implements SearchExpression {}

    /** Was received at this moment or later. */
    record Since(Instant moment) implements SearchExpression {}

    /** Was received before this moment. */
    record Before(Instant moment) implements SearchExpression {}

    /** Has at least as many bytes. */
    record Larger(long bytes) implements SearchExpression {}

    /** Has at most as many bytes. */
    record Smaller(long bytes) implements SearchExpression {}

    /** Is one of these; what somebody else has found. */
    record Among(List<MessageRef> messages) implements SearchExpression {
        public Among {
            messages = List.copyOf(messages);
        }
    }

    /** Has one of these Message-IDs. */
    record Named(Set<String> messageIds) implements SearchExpression {
        public Named {
            messageIds = Set.copyOf(messageIds);
        }

        /** Of very many names, without reading them each time. */
        @Override
        public int hashCode() {
            return messageIds.size();
        }
    }

    /** Was received at this very moment and has as many bytes; for messages without a Message-ID. */
    record Received(Instant date, long bytes) implements SearchExpression {}

    /** Lies in this folder. */
    record In(FolderPath folder) implements SearchExpression {}
}
