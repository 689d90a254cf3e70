package oriel.mailbox.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.Page;

/** The rows as the page's script reads them; marks that are not set are left out to save bytes. */
final class RowsJson {

    /** A row shows a few names at most; a message to thousands must not make the list slow. */
    private static final int MOST_NAMES = 20;

    private RowsJson() {}

    static JsonObject of(Page page) {
        JsonArrayBuilder rows = Json.createArrayBuilder();
        page.rows().forEach(row -> rows.add(of(row)));
        return Json.createObjectBuilder()
                .add("folder", page.folder().text())
                .add("uidValidity", page.uidValidity())
                .add("offset", page.offset())
                .add("total", page.total())
                .add("rows", rows)
                .build();
    }

    static JsonObject of(Envelope row) {
        JsonObjectBuilder json = Json.createObjectBuilder()
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
        return json.build();
    }

    /** Pairs of name and address: {@code [["Grace Hopper","grace@oriel.test"]]}. */
    static JsonArray people(List<Address> addresses) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        addresses.stream()
                .limit(MOST_NAMES)
                .forEach(address ->
                        people.add(Json.createArrayBuilder().add(address.name()).add(address.email())));
        return people.build();
    }

    private static void mark(JsonObjectBuilder json, String name, boolean set) {
        if (set) {
            json.add(name, true);
        }
    }
}
