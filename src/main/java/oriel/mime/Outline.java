package oriel.mime;

import jakarta.mail.internet.ParameterList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.angus.mail.imap.protocol.BODYSTRUCTURE;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a message as a server told of them (BODYSTRUCTURE, RFC 3501 section 7.4.2), of which none can be read here.
 *
 * @param id empty only for the outermost multipart
 */
record Outline(PartHead head, String id, List<Outline> children) implements Tree<Outline> {

    private static final int DEEPEST = 20;
    private static final Parameters NONE = new Parameters("", Map.of());

    static Outline of(BODYSTRUCTURE message) {
        return message(message, "", 0);
    }

    private static Outline message(BODYSTRUCTURE structure, String prefix, int depth) {
        return part(structure, structure.isMulti() ? prefix : join(prefix, 1), depth);
    }

    private static Outline part(BODYSTRUCTURE structure, String id, int depth) {
        BODYSTRUCTURE @Nullable [] inside = depth < DEEPEST ? structure.bodies : null;
        List<Outline> children = new ArrayList<>();
        if (inside != null && structure.isNested()) {
            children.add(message(inside[0], id, depth + 1));
        } else if (inside != null) {
            for (int i = 0; i < Math.min(inside.length, Node.MOST_CHILDREN); i++) {
                children.add(part(inside[i], join(id, i + 1), depth + 1));
            }
        }
        return new Outline(head(structure), id, children);
    }

    private static String join(String prefix, int number) {
        return prefix.isEmpty() ? Integer.toString(number) : prefix + "." + number;
    }

    private static PartHead head(BODYSTRUCTURE structure) {
        Parameters type = parameters(structure.cParams);
        Parameters disposition = parameters(structure.dParams);
        String name = disposition.get("filename");
        return new PartHead(
                PartHead.mediaType(lower(structure.type) + "/" + lower(structure.subtype), "text/plain"),
                type,
                lower(structure.disposition),
                HeaderDecoder.text(name.isBlank() ? type.get("name") : name),
                structure.id == null ? "" : PartHead.bare(structure.id),
                lower(structure.encoding),
                structure.size);
    }

    private static Parameters parameters(@Nullable ParameterList told) {
        if (told == null || told.size() == 0) {
            return NONE;
        }
        Map<String, String> named = new HashMap<>();
        for (String name : Collections.list(told.getNames())) {
            String value = told.get(name);
            if (value != null) {
                named.put(name.toLowerCase(Locale.ROOT), value);
            }
        }
        return new Parameters("", named);
    }

    private static String lower(@Nullable String value) {
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public boolean isMultipart() {
        return head.isMultipart() && !children.isEmpty();
    }
}
