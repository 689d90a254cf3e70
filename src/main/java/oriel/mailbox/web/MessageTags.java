package oriel.mailbox.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.json.JsonObject;
import oriel.mailbox.TagMessages;

/** Tags messages for the mailbox page's script. */
@Named
@RequestScoped
public class MessageTags {

    private final TagMessages tags;
    private final ActionAnswer answer;

    @Inject
    public MessageTags(TagMessages tags, ActionAnswer answer) {
        this.tags = tags;
        this.answer = answer;
    }

    /** Gives or takes a tag, named by its keyword: {@code tag=Work&set=true}. */
    public void tag() {
        answer.to(() -> {
            Parameters form = FoldersPage.form();
            tags.tag(form.messages(), form.tag(), form.on("set"));
            return JsonObject.EMPTY_JSON_OBJECT;
        });
    }
}
