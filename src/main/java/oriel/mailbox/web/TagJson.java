package oriel.mailbox.web;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.Collection;
import oriel.mail.Tag;
import oriel.ui.JsonBuilders;

/** Tags as the page's script reads them: a keyword, or with its name, if that is another, {@code ["&APY-","ö"]}. */
final class TagJson {

    private TagJson() {}

    static JsonValue of(Tag tag) {
        return tag.name().equals(tag.keyword())
                ? Json.createValue(tag.keyword())
                : JsonBuilders.array().add(tag.keyword()).add(tag.name()).build();
    }

    static JsonArray of(Collection<String> keywords) {
        JsonArrayBuilder tags = JsonBuilders.array();
        keywords.stream()
                .filter(Tag::isTag)
                .sorted()
                .map(Tag::new)
                .map(TagJson::of)
                .forEach(tags::add);
        return tags.build();
    }
}
