package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import oriel.account.CurrentAccount;
import oriel.index.MessageIndex;
import oriel.index.Row;
import oriel.mail.Envelope;
import oriel.mail.MessageRef;
import oriel.mail.Tag;

/** Adds the tags to rows that Oriel keeps itself. */
@ApplicationScoped
public class ShowTags {

    private final MessageIndex index;
    private final OwnTags own;
    private final CurrentAccount account;

    @Inject
    public ShowTags(MessageIndex index, OwnTags own, CurrentAccount account) {
        this.index = index;
        this.own = own;
        this.account = account;
    }

    /** The same rows; only those that are indexed can have such tags. */
    public List<Row> with(List<Row> rows) {
        if (rows.isEmpty() || own.isEmpty(account.id())) {
            return rows;
        }
        List<Envelope> messages = rows.stream().map(Row::envelope).toList();
        Map<MessageRef, String> ids = index.messageIds(
                account.id(), messages.stream().map(Envelope::ref).toList());
        Map<MessageRef, MessageName> names = new HashMap<>();
        messages.stream()
                .filter(each -> ids.containsKey(each.ref()))
                .forEach(each -> names.put(each.ref(), MessageName.of(each, ids.get(each.ref()))));
        Map<MessageName, Set<Tag>> tags = own.of(account.id(), names.values());
        return rows.stream()
                .map(row -> with(row, tags.getOrDefault(names.get(row.envelope().ref()), Set.of())))
                .toList();
    }

    private static Row with(Row row, Set<Tag> tags) {
        if (tags.isEmpty()) {
            return row;
        }
        Set<String> all = new HashSet<>(row.envelope().tags());
        for (Tag each : tags) {
            all.removeIf(each::is);
            all.add(each.keyword());
        }
        return new Row(row.envelope().tagged(all), row.preview(), row.thread());
    }
}
