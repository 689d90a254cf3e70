package oriel.compose;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import oriel.account.Limits;
import oriel.mail.Body;
import oriel.mail.Draft;
import oriel.mail.DraftAttachment;
import oriel.mail.MailException;

/** Makes a message of what somebody wrote: recipients checked, HTML cleaned, plain text beside it. */
@ApplicationScoped
public class PrepareDraft {

    /** Microsoft's limit for a message, and more than anybody means to write to. */
    private static final int MOST_RECIPIENTS = 500;

    private static final int INVALID_SHOWN = 5;

    /** Files that fill the limit exactly still leave room for a text. */
    private static final long TEXT_ALLOWANCE = 4 * 1024 * 1024;

    private final Markup markup;
    private final Uploads uploads;
    private final Senders senders;
    private final Limits limits;

    @Inject
    PrepareDraft(Markup markup, Uploads uploads, Senders senders, Limits limits) {
        this.markup = markup;
        this.uploads = uploads;
        this.senders = senders;
        this.limits = limits;
    }

    /**
     * The message as it will be sent.
     *
     * @throws NotSendable if something has to be mended first
     * @throws MailException.TooBig if text and files are more than a message may hold
     */
    public Draft prepare(Composition composition, Written written) {
        Recipients to = Recipients.parse(written.to());
        Recipients cc = Recipients.parse(written.cc());
        Recipients bcc = Recipients.parse(written.bcc());
        check(to, cc, bcc);
        checkFiles(composition, written);
        String html = written.rich() ? html(composition, written.body()) : "";
        String text = written.rich() ? markup.asText(Body.html(html)) : written.body();
        Draft draft = new Draft(
                composition.messageId(),
                senders.author(composition, written),
                to.addresses(),
                cc.addresses(),
                bcc.addresses(),
                written.subject(),
                html,
                text,
                composition.inReplyTo(),
                composition.references(),
                attachments(composition, html));
        checkSize(draft);
        return draft;
    }

    private String html(Composition composition, String body) {
        InlineImages images = InlineImages.of(composition.id(), uploads.list(composition.account(), composition.id()));
        return images.forTheWire(markup.clean(body, images));
    }

    private static void check(Recipients... all) {
        List<String> invalid =
                Stream.of(all).flatMap(line -> line.invalid().stream()).toList();
        if (!invalid.isEmpty()) {
            String shown = invalid.stream().limit(INVALID_SHOWN).collect(Collectors.joining(", "));
            throw new NotSendable("compose.invalidRecipients", invalid.size(), shown);
        }
        long recipients =
                Stream.of(all).mapToLong(line -> line.addresses().size()).sum();
        if (recipients == 0) {
            throw new NotSendable("compose.noRecipients");
        }
        if (recipients > MOST_RECIPIENTS) {
            throw new NotSendable("compose.tooManyRecipients", MOST_RECIPIENTS);
        }
    }

    /** After the end of a session the files are gone, and the writer still sees them. */
    private void checkFiles(Composition composition, Written written) {
        List<String> there = uploads.list(composition.account(), composition.id()).stream()
                .map(Upload::id)
                .toList();
        if (!there.containsAll(written.files())) {
            throw new NotSendable("compose.filesMissing");
        }
    }

    private List<DraftAttachment> attachments(Composition composition, String html) {
        return uploads.list(composition.account(), composition.id()).stream()
                .flatMap(upload -> attachment(upload, composition, html).stream())
                .toList();
    }

    /** An image that the text no longer shows is left out; a forward keeps it all the same, as a file. */
    private static Optional<DraftAttachment> attachment(Upload upload, Composition composition, String html) {
        if (!upload.inText()) {
            return Optional.of(upload.asAttachment());
        }
        if (html.contains("cid:" + upload.contentId())) {
            return Optional.of(upload.asAttachment());
        }
        boolean keep = composition.kind() == ComposeKind.FORWARD && html.isEmpty();
        return keep ? Optional.of(upload.asListedAttachment()) : Optional.empty();
    }

    private void checkSize(Draft draft) {
        long size = (long) draft.html().length() + draft.text().length();
        for (DraftAttachment attachment : draft.attachments()) {
            size += attachment.size();
        }
        if (size > limits.messageBytes() + TEXT_ALLOWANCE) {
            throw new MailException.TooBig(limits.messageBytes(), null);
        }
    }
}
