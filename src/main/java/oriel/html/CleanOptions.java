package oriel.html;

import java.util.Optional;
import java.util.function.Function;

/**
 * How to clean one message.
 *
 * @param remote whether images from other servers stay
 * @param cid from a Content-ID (decoded, without angle brackets) to the path of that part on this server, beginning with
 *     one slash, or empty where the message has no such part
 * @param styleBlocks true to keep filtered {@code <style>} elements and classes, for the reader's own frame; false to
 *     drop them, where a style block would reach the page around it
 */
public record CleanOptions(RemoteContent remote, Function<String, Optional<String>> cid, boolean styleBlocks) {}
