package oriel.compose.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import oriel.compose.ComposeKind;
import oriel.compose.CompositionId;
import oriel.compose.Regional;
import oriel.compose.Written;
import oriel.mail.FolderPath;
import oriel.mail.MessageRef;
import oriel.mail.Owner;

/** What the composer's script sends, read from request parameters; what makes no sense is an {@link IllegalArgumentException}. */
record ComposeRequest(Map<String, String> parameters, Locale locale) {

    /** The name that the script knows the composition by. */
    CompositionId id() {
        return new CompositionId(text("id"));
    }

    /** Whether something is taken up again that already has a name. */
    boolean isResuming() {
        return !text("id").isEmpty();
    }

    ComposeKind kind() {
        return ComposeKind.valueOf(text("kind").toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    Optional<MessageRef> original() {
        return text("folder").isEmpty()
                ? Optional.empty()
                : Optional.of(new MessageRef(
                        FolderPath.parse(text("folder")),
                        Long.parseLong(text("uidValidity")),
                        Long.parseLong(text("uid"))));
    }

    /** Whose mail is being looked at while a new message is begun. */
    Owner owner() {
        return original()
                .map(MessageRef::folder)
                .or(() -> Optional.of(text("place"))
                        .filter(place -> !place.isEmpty())
                        .map(FolderPath::parse))
                .map(FolderPath::owner)
                .orElse(Owner.SELF);
    }

    Written written() {
        return new Written(
                text("from"),
                text("to"),
                text("cc"),
                text("bcc"),
                text("subject"),
                Boolean.parseBoolean(text("rich")),
                text("body"),
                Stream.of(text("files").split(",")).filter(id -> !id.isEmpty()).toList());
    }

    boolean again() {
        return Boolean.parseBoolean(text("again"));
    }

    /** The writer's language and, as the browser tells it, time zone. */
    Regional regional() {
        try {
            return new Regional(locale, ZoneId.of(text("zone")));
        } catch (DateTimeException e) {
            return new Regional(locale, ZoneId.systemDefault());
        }
    }

    private String text(String name) {
        return parameters.getOrDefault(name, "");
    }
}
