package oriel.mailbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import oriel.account.CurrentAccount;
import oriel.html.CleanHtml;
import oriel.html.CleanOptions;
import oriel.html.PlainText;
import oriel.html.RemoteContent;
import oriel.html.Sanitizer;
import oriel.mail.Attachment;
import oriel.mail.Body;
import oriel.mail.MailStore;
import oriel.mail.Message;
import oriel.mail.MessageRef;

/**
 * What opening a message means: fetch it and make it harmless. Nothing is changed by it, so a message may be opened
 * ahead of the click.
 */
@ApplicationScoped
public class OpenMessage {

    private final MailStore store;
    private final CurrentAccount account;
    private final OpenedMessages recent;
    private final Sanitizer sanitizer;
    private final PlainText plain;

    @Inject
    public OpenMessage(
            MailStore store, CurrentAccount account, OpenedMessages recent, Sanitizer sanitizer, PlainText plain) {
        this.store = store;
        this.account = account;
        this.recent = recent;
        this.sanitizer = sanitizer;
        this.plain = plain;
    }

    /**
     * Opens a message.
     *
     * @param remote whether images from elsewhere are shown
     * @param inlineImage the address of an inline image
     */
    public OpenedMessage open(MessageRef ref, RemoteContent remote, Function<Attachment, String> inlineImage) {
        Message message = recent.get(account.id(), ref, () -> store.message(ref));
        Opening opening = new Opening(message, remote, inlineImage);
        message.bodies().forEach(opening::add);
        return opening.result();
    }

    /** Collects what is shown, text by text. */
    private final class Opening {
        private final Message message;
        private final CleanOptions options;
        private final Set<String> hosts = new HashSet<>();
        private final StringBuilder html = new StringBuilder();
        private int blocked;
        private boolean cut;

        Opening(Message message, RemoteContent remote, Function<Attachment, String> inlineImage) {
            this.message = message;
            this.options = new CleanOptions(remote, id -> image(id).map(inlineImage), true);
        }

        private Optional<Attachment> image(String contentId) {
            return message.attachments().stream()
                    .filter(attachment -> attachment.contentId().equals(contentId))
                    .findFirst();
        }

        void add(Body body) {
            body.embeddedHead()
                    .ifPresent(head -> html.append("<div class=\"oriel-embedded\">")
                            .append(plain.toHtml(EmbeddedHeads.text(head), false, false))
                            .append("</div>"));
            if (body.type() == Body.Type.PLAIN) {
                html.append(plain.toHtml(body.content(), body.flowed(), body.delSp()));
                return;
            }
            CleanHtml clean = sanitizer.clean(body.content(), options);
            html.append("<div class=\"oriel-html\">").append(clean.html()).append("</div>");
            blocked += clean.blocked();
            hosts.addAll(clean.blockedHosts());
            cut |= clean.cut();
        }

        OpenedMessage result() {
            return new OpenedMessage(message, html.toString(), blocked, hosts, cut);
        }
    }
}
