package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mailbox.KnownTags;
import oriel.ui.JsonBuilders;
import oriel.ui.Texts;

/**
 * The tags that can be given, {@code /mailbox/tags}; or the one of a name that was typed, {@code /mailbox/tags?name=To+do}, or why
 * there can be none.
 */
@WebServlet("/mailbox/tags")
public class TagsServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private KnownTags tags;

    @Inject
    private Texts texts;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (parameters.has("name")) {
            json(response, named(parameters.text("name"), request));
            return;
        }
        JsonArrayBuilder all = JsonBuilders.array();
        tags.offered().forEach(each -> all.add(TagJson.of(each)));
        json(response, JsonBuilders.object().add("tags", all).build());
    }

    private JsonObject named(String name, HttpServletRequest request) {
        return tags.named(name)
                .map(tag -> JsonBuilders.object().add("tag", TagJson.of(tag)))
                .orElseGet(() ->
                        JsonBuilders.object().add("problem", texts.get(request.getLocale(), "mailbox.tag.refused")))
                .build();
    }
}
