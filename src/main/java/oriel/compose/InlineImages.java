package oriel.compose;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The images that a text in the making shows: in the page they have addresses of this server, on the wire they are parts
 * of the message ({@code cid:}, RFC 2392).
 *
 * @param tokens from a Content-ID in the HTML to the Content-ID of the upload
 */
record InlineImages(CompositionId composition, Map<String, String> tokens) {

    private static final String PATH = "/compose/inline/";

    InlineImages {
        tokens = Map.copyOf(tokens);
    }

    /** The images that were uploaded already, under their own names. */
    static InlineImages of(CompositionId composition, List<Upload> uploads) {
        return new InlineImages(
                composition,
                uploads.stream()
                        .filter(Upload::inText)
                        .collect(Collectors.toMap(Upload::contentId, Upload::contentId)));
    }

    /** A Content-ID that no other message has and that needs no quoting anywhere. */
    static String newContentId() {
        return UUID.randomUUID() + "@oriel";
    }

    /** Where the page finds the image; empty if there is none of this name. */
    Optional<String> path(String contentId) {
        return Optional.ofNullable(tokens.get(contentId)).map(token -> prefix() + token);
    }

    /** Turns the addresses that {@link #path} made into {@code cid:} ones; they hold a UUID that nothing else holds. */
    String forTheWire(String cleaned) {
        return cleaned.replace("\"" + prefix(), "\"cid:");
    }

    private String prefix() {
        return PATH + composition.value() + "/";
    }
}
