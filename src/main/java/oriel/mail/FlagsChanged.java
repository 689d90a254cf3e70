package oriel.mail;

import java.util.List;

/** Event: flags of messages were changed through Oriel. */
public record FlagsChanged(AccountId account, List<MessageRef> messages, Flag flag, boolean set) {}
