package oriel.mailbox.web;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import oriel.index.Complaint;
import oriel.index.Conversation;
import oriel.index.Row;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.FolderPath;
import oriel.mailbox.ListWindow;
import oriel.ui.JsonBuilders;

/** The rows as the page's script reads them; what is not set is left out to save bytes. */
final class RowsJson {

    /** A row shows a few names at most; a message to thousands must not make the list slow. */
    private static final int MOST_NAMES = 20;

    private RowsJson() {}

    /** @param sentence what a complaint says to people */
    static JsonObject of(ListWindow window, Function<Complaint, String> sentence) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("folder", window.folder().text())
                .add("uidValidity", window.uidValidity())
                .add("offset", window.offset())
                .add("total", window.total())
                .add("rows", of(window.rows(), window.folder()));
        window.known().ifPresent(known -> json.add("known", known));
        if (!window.words().isEmpty()) {
            json.add("words", strings(window.words()));
        }
        window.complaint().ifPresent(complaint -> json.add("problem", sentence.apply(complaint)));
        mark(json, "more", window.more());
        return json.build();
    }

    /** @param folder the list's; rows of other folders say which */
    static JsonArray of(List<Row> rows, FolderPath folder) {
        JsonArrayBuilder all = JsonBuilders.array();
        rows.forEach(row -> all.add(of(row, folder)));
        return all.build();
    }

    private static JsonObjectBuilder of(Row row, FolderPath folder) {
        Envelope envelope = row.envelope();
        JsonObjectBuilder json = builder(envelope);
        if (!envelope.ref().folder().equals(folder)) {
            json.add("folder", envelope.ref().folder().text())
                    .add("uidValidity", envelope.ref().uidValidity());
        }
        row.previewLine().ifPresent(preview -> json.add("preview", preview));
        row.conversation().ifPresent(conversation -> json.add("thread", of(conversation)));
        return json;
    }

    private static JsonObjectBuilder of(Conversation conversation) {
        return JsonBuilders.object()
                // As text: a script's numbers are not long enough.
                .add("id", Long.toString(conversation.id()))
                .add("messages", conversation.messages())
                .add("unread", conversation.unread())
                .add("flagged", conversation.flagged())
                .add("people", people(conversation.participants()));
    }

    static JsonObject of(Envelope row) {
        return builder(row).build();
    }

    private static JsonObjectBuilder builder(Envelope row) {
        JsonObjectBuilder json = JsonBuilders.object()
                .add("uid", row.ref().uid())
                .add("from", people(row.from()))
                .add("to", people(row.to()))
                .add("subject", row.subject())
                .add("date", row.date().toEpochMilli())
                .add("size", row.size());
        mark(json, "unread", row.unread());
        mark(json, "flagged", row.flagged());
        mark(json, "answered", row.flags().contains(Flag.ANSWERED));
        mark(json, "forwarded", row.flags().contains(Flag.FORWARDED));
        mark(json, "attachments", row.attachments());
        if (!row.tags().isEmpty()) {
            json.add("tags", TagJson.of(row.tags()));
        }
        return json;
    }

    /** Pairs of name and address: {@code [["Grace Hopper","grace@oriel.test"]]}. */
    static JsonArray people(List<Address> addresses) {
        JsonArrayBuilder people = JsonBuilders.array();
        addresses.stream()
                .limit(MOST_NAMES)
                .forEach(address ->
                        people.add(JsonBuilders.array().add(address.name()).add(address.email())));
        return people.build();
    }

    private static JsonArray strings(Collection<String> texts) {
        return JsonBuilders.array(texts).build();
    }

    private static void mark(JsonObjectBuilder json, String name, boolean set) {
        if (set) {
            json.add(name, true);
        }
    }
}
