package oriel.mailbox.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Owner;
import oriel.mail.PartId;
import oriel.mail.Tag;

/**
 * The parameters of an address or a form, read as what they name. Whatever is missing or no such thing throws {@link
 * IllegalArgumentException}.
 */
final class Parameters {

    private static final int MOST_UIDS = 1_000;
    private static final int LONGEST_STAMP = 40;

    private final Function<String, @Nullable String> values;

    Parameters(Function<String, @Nullable String> values) {
        this.values = values;
    }

    String text(String name) {
        String value = values.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("parameter missing: " + name);
        }
        return value;
    }

    boolean has(String name) {
        String value = values.apply(name);
        return value != null && !value.isEmpty();
    }

    /** Whether a switch is on: {@code remote=true}. */
    boolean on(String name) {
        return Boolean.parseBoolean(values.apply(name));
    }

    int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** Numbers that commas separate. */
    List<Long> numbers(String name) {
        return Arrays.stream(text(name).split(",")).map(Long::valueOf).toList();
    }

    FolderPath folder() {
        return folder("folder");
    }

    FolderPath folder(String name) {
        return FolderPath.parse(text(name));
    }

    /** Whose folders are meant; one's own if nobody is named. */
    Owner owner() {
        return has("owner") ? new Owner(text("owner")) : Owner.SELF;
    }

    MessageRef message() {
        return ref(text("uid"));
    }

    /** The messages of one folder that an action is for. */
    List<MessageRef> messages() {
        String[] uids = text("uids").split(",");
        if (uids.length > MOST_UIDS) {
            throw new IllegalArgumentException("too many messages at once");
        }
        return Arrays.stream(uids).map(this::ref).toList();
    }

    /** What the messages are copies of, in another folder or in the same one. */
    List<MessageRef> originals() {
        Parameters of = new Parameters(
                name -> values.apply("of" + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1)));
        return of.messages();
    }

    /** The stamp of the change because of which a page asks by itself. */
    Optional<String> change() {
        return Optional.ofNullable(values.apply("stamp"))
                .filter(stamp -> !stamp.isEmpty() && stamp.length() <= LONGEST_STAMP);
    }

    /** A tag by its keyword. */
    Tag tag() {
        return new Tag(text("tag"));
    }

    PartId part() {
        return new PartId(text("part"));
    }

    private MessageRef ref(String uid) {
        return new MessageRef(folder(), Long.parseLong(text("uidValidity")), Long.parseLong(uid));
    }
}
