package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import oriel.account.CurrentAccount;
import oriel.account.SharedMailboxes;
import oriel.mail.Folder;
import oriel.mail.FolderPath;
import oriel.mail.FolderStatus;
import oriel.mail.MailException;
import oriel.mail.MailStore;
import oriel.mail.SpecialUse;
import oriel.mailbox.CountMessages;
import oriel.mailbox.FolderTrees;
import oriel.ui.JsonBuilders;
import oriel.ui.Texts;

/**
 * The folders: {@code /mailbox/folders}, with {@code ?counts=true} also how full they are, which takes longer, and with
 * {@code ?folder=INBOX} only how full that one is, and with {@code ?quota=true} only how full the mailbox is. With {@code ?owner=support@example.org} those of a shared mailbox.
 */
@WebServlet("/mailbox/folders")
public class FoldersServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private MailStore store;

    @Inject
    private CountMessages counting;

    @Inject
    private FolderTrees trees;

    @Inject
    private CurrentAccount account;

    @Inject
    private SharedMailboxes shared;

    @Inject
    private Texts texts;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (parameters.has("folder")) {
            JsonObjectBuilder json = JsonBuilders.object();
            count(parameters.folder(), parameters.change(), json);
            json(response, json.build());
            return;
        }
        if (parameters.on("quota")) {
            json(response, quota(parameters));
            return;
        }
        boolean counts = parameters.on("counts");
        JsonArrayBuilder folders = JsonBuilders.array();
        List<Folder> all = store.folders(parameters.owner());
        Set<FolderPath> hidden = trees.hidden(all, parameters.owner());
        all.stream().filter(Folder::mail).forEach(folder -> {
            JsonObjectBuilder json = json(folder, request.getLocale()).add("hidden", hidden.contains(folder.path()));
            if (counts && folder.selectable()) {
                count(folder.path(), Optional.empty(), json);
            }
            folders.add(json);
        });
        JsonArrayBuilder owners = JsonBuilders.array();
        shared.of(account.id()).forEach(owner -> owners.add(owner.address()));
        json(
                response,
                JsonBuilders.object()
                        .add("folders", folders)
                        .add("shared", owners)
                        .build());
    }

    /** The limits of the mailbox, the one that is reached first first. */
    private JsonObject quota(Parameters parameters) {
        JsonArrayBuilder limits = JsonBuilders.array();
        store.quota(parameters.owner())
                .forEach(each -> limits.add(JsonBuilders.object()
                        .add("resource", each.resource().name().toLowerCase(Locale.ROOT))
                        .add("used", each.used())
                        .add("limit", each.limit())));
        return JsonBuilders.object().add("quota", limits).build();
    }

    private JsonObjectBuilder json(Folder folder, Locale locale) {
        return JsonBuilders.object()
                .add("parent", folder.parent().map(FolderPath::text).orElse(""))
                .add("path", folder.path().text())
                .add("name", label(folder, locale))
                .add("depth", folder.depth())
                .add("use", folder.use().name().toLowerCase(Locale.ROOT))
                .add("selectable", folder.selectable());
    }

    /** Special folders are called by what they are for, in the reader's language; all others by their own names. */
    private String label(Folder folder, Locale locale) {
        return folder.use() == SpecialUse.NONE
                ? folder.name()
                : texts.get(locale, "mailbox.folder." + folder.use().name().toLowerCase(Locale.ROOT));
    }

    private void count(FolderPath folder, Optional<String> change, JsonObjectBuilder json) {
        try {
            FolderStatus status = counting.count(folder, change);
            json.add("unread", status.unread()).add("total", status.messages());
        } catch (MailException.FolderGone | MailException.Refused | MailException.Unreadable e) {
            // One folder that can't be looked into must not hide the others.
            json.add("unread", 0).add("total", 0);
        }
    }
}
