package oriel.mailbox.web;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.TreeSet;
import org.primefaces.util.EscapeUtils;
import oriel.mail.Attachment;
import oriel.mail.Message;
import oriel.mailbox.OpenedMessage;
import oriel.mailbox.RiskyFiles;
import oriel.mailbox.SenderDoubts;
import oriel.ui.JsonBuilders;

/**
 * The document in the reader's frame. What the page around it shows of the message, recipients and attachments, stands
 * in its head as data, so that opening a message is one request.
 */
final class BodyDocument {

    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{margin:0;padding:16px 20px;font:14px/1.5 system-ui,sans-serif;overflow-wrap:anywhere}
            body.rich{color-scheme:light;background:#fff;color:#1b1d22}
            img{max-width:100%}
            table img{max-width:none}
            pre{white-space:pre-wrap}
            a{color:#1f55c4}
            .quote{margin:4px 0;padding:0 0 0 12px;border-left:3px solid #9db4e8}
            .quote .quote{border-color:#8fc7a4}
            .quote .quote .quote{border-color:#d9b36c}
            .signature{opacity:.7}
            .blocked-image{background:#8881;outline:1px dashed #888a;outline-offset:-1px}
            .suspicious-link::after{content:" \\2192  " attr(data-target-host);color:#b3261e;font-weight:600}
            .dark .suspicious-link::after{color:#ffb4ab}
            .oriel-embedded{margin:16px 0 8px;padding:8px 12px;border:1px solid #b9bec9;border-radius:6px}
            .oriel-trouble{padding:24px;text-align:center;opacity:.8}
            @media(prefers-color-scheme:dark){body:not(.rich){background:#1d2026;color:#e4e6eb}
            body:not(.rich) a{color:#8fb3ff}}
            @media(max-width:480px){body{padding:12px}}
            """;

    private BodyDocument() {}

    static String of(OpenedMessage opened) {
        return document(details(opened), opened.rich() ? "rich" : "plain", opened.html());
    }

    /** In place of a message, why there is none. */
    static String of(JsonObject problem) {
        String sentence = EscapeUtils.forHtml(problem.getString("error"));
        return document(problem.toString(), "plain", "<p class=\"oriel-trouble\" role=\"alert\">" + sentence + "</p>");
    }

    private static String document(String data, String kind, String html) {
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><meta name=\"oriel-message\" content=\""
                + EscapeUtils.forHtmlAttribute(data)
                + "\"><meta name=\"viewport\" content=\"width=device-width\"><title>-</title><style>"
                + STYLE
                + "</style></head><body class=\""
                + kind
                + "\">"
                + html
                + "</body></html>";
    }

    private static String details(OpenedMessage opened) {
        Message message = opened.message();
        JsonObjectBuilder json = JsonBuilders.object()
                .add("row", RowsJson.of(message.envelope()))
                .add("cc", RowsJson.people(message.cc()))
                .add("bcc", RowsJson.people(message.bcc()))
                .add("replyTo", RowsJson.people(message.replyTo()))
                .add("images", opened.consent().name())
                .add("blocked", opened.blocked())
                .add("blockedHosts", JsonBuilders.array(new TreeSet<>(opened.blockedHosts())))
                .add("trackers", JsonBuilders.array(new TreeSet<>(opened.trackers())));
        JsonArrayBuilder attachments = JsonBuilders.array();
        message.listed().forEach(attachment -> attachments.add(json(attachment)));
        JsonArrayBuilder doubts = JsonBuilders.array();
        SenderDoubts.of(message)
                .forEach(doubt -> doubts.add(
                        JsonBuilders.object().add("kind", doubt.kind().name()).add("address", doubt.address())));
        JsonArrayBuilder notes = JsonBuilders.array();
        message.notes().forEach(note -> notes.add(note.name()));
        if (opened.cut() && !message.notes().contains(Message.Note.TEXT_CUT)) {
            notes.add(Message.Note.TEXT_CUT.name());
        }
        return json.add("attachments", attachments)
                .add("notes", notes)
                .add("doubts", doubts)
                .build()
                .toString();
    }

    private static JsonObjectBuilder json(Attachment attachment) {
        return JsonBuilders.object()
                .add("part", attachment.part().value())
                .add("name", attachment.name())
                .add("type", attachment.type())
                .add("size", attachment.size())
                .add("risky", RiskyFiles.isRisky(attachment.name()));
    }
}
