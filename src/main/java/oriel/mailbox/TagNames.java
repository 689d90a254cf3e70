package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import oriel.mail.Tag;
import oriel.ui.Texts;

/** What tags are called: as they are spelled, but for the five labels that mail programs have always had. */
@ApplicationScoped
public class TagNames {

    private static final int MOST_LABELS = 5;

    private final Texts texts;

    @Inject
    public TagNames(Texts texts) {
        this.texts = texts;
    }

    /** The labels, which are offered to whoever has no tags yet. */
    public List<Tag> labels() {
        return IntStream.rangeClosed(1, MOST_LABELS)
                .mapToObj(each -> new Tag("$label" + each))
                .toList();
    }

    /** As people read it. */
    public String name(Tag tag) {
        String key = "mailbox.tag." + tag.keyword().toLowerCase(Locale.ROOT).replace("$", "");
        boolean label = labels().stream().anyMatch(each -> each.is(tag.keyword()));
        return label ? texts.get(Locale.ROOT, key) : tag.name();
    }

    /** The tags of this name, in any case: a label, and the one that is spelled so; none if there can be none. */
    public List<Tag> tags(String name) {
        Stream<Tag> labels = labels().stream().filter(each -> name(each).equalsIgnoreCase(name.strip()));
        return Stream.concat(labels, Tag.named(name).stream()).toList();
    }
}
