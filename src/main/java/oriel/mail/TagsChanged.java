package oriel.mail;

import java.util.List;

/** Event: a tag that the server keeps was given to messages through Oriel, or taken from them. */
public record TagsChanged(AccountId account, List<MessageRef> messages, Tag tag, boolean set) {}
