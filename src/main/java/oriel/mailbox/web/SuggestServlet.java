package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import oriel.mailbox.SuggestSearch;
import oriel.mailbox.Suggestion;
import oriel.ui.JsonBuilders;
import oriel.ui.Texts;

/** What a search that is being typed may become: {@code /mailbox/suggest?q=from:gra}. */
@WebServlet("/mailbox/suggest")
public class SuggestServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private SuggestSearch search;

    @Inject
    private Texts texts;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        JsonArrayBuilder all = JsonBuilders.array();
        for (Suggestion each : search.suggest(parameters.text("q"))) {
            all.add(JsonBuilders.object()
                    .add("text", each.text())
                    .add("end", each.end())
                    .add("label", label(each, request.getLocale()))
                    .add("kind", each.kind().name().toLowerCase(Locale.ROOT)));
        }
        json(response, JsonBuilders.object().add("suggestions", all).build());
    }

    private String label(Suggestion suggestion, Locale locale) {
        String key = "mailbox.suggest." + suggestion.label();
        return switch (suggestion.kind()) {
            case OPERATOR, VALUE -> texts.has(locale, key) ? texts.get(locale, key) : "";
            case FOLDER, TAG, PERSON -> suggestion.label();
        };
    }
}
