package oriel.mail;

import java.util.List;

/** Event: messages were moved away or deleted through Oriel; they may still be there if the server did not say so. */
public record MessagesLeft(AccountId account, List<MessageRef> messages) {

    public MessagesLeft {
        messages = List.copyOf(messages);
    }
}
