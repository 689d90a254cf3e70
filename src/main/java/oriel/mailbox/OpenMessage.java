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
import oriel.mailbox.RemoteImages.Consent;

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
    private final RemoteImages images;

    @Inject
    public OpenMessage(
            MailStore store,
            CurrentAccount account,
            OpenedMessages recent,
            Sanitizer sanitizer,
            PlainText plain,
            RemoteImages images) {
        this.store = store;
        this.account = account;
        this.recent = recent;
        this.sanitizer = sanitizer;
        this.plain = plain;
        this.images = images;
    }

    /**
     * Opens a message.
     *
     * @param once whether images from elsewhere are shown this time, whatever was chosen for the sender
     * @param inlineImage the address of an inline image
     */
    public OpenedMessage open(MessageRef ref, boolean once, Function<Attachment, String> inlineImage) {
        Message message = message(ref);
        Consent consent =
                once ? Consent.ONCE : images.consent(message.envelope().from());
        Opening opening = new Opening(message, consent, inlineImage);
        message.bodies().forEach(opening::add);
        return opening.result();
    }

    /** A message as it was sent, from here if it was opened lately. */
    Message message(MessageRef ref) {
        return recent.get(account.id(), ref, () -> store.message(ref));
    }

    /** Collects what is shown, text by text. */
    private final class Opening {
        private final Message message;
        private final CleanOptions options;
        private final Set<String> hosts = new HashSet<>();
        private final StringBuilder html = new StringBuilder();
        private final Set<String> trackers = new HashSet<>();
        private final Consent consent;
        private int blocked;
        private boolean cut;

        Opening(Message message, Consent consent, Function<Attachment, String> inlineImage) {
            this.message = message;
            this.consent = consent;
            RemoteContent remote = consent.given() ? RemoteContent.ALLOW : RemoteContent.BLOCK;
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
            trackers.addAll(clean.trackers());
            cut |= clean.cut();
        }

        OpenedMessage result() {
            return new OpenedMessage(message, html.toString(), consent, blocked, hosts, trackers, cut);
        }
    }
}
