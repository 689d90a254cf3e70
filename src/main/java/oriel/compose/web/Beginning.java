package oriel.compose.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import oriel.compose.ComposeKind;
import oriel.compose.Composition;
import oriel.compose.ResumeWriting;
import oriel.compose.StartForward;
import oriel.compose.StartNew;
import oriel.compose.StartReply;
import oriel.mail.AccountId;

/** Picks the use case that a request to write something asks for. */
@ApplicationScoped
public class Beginning {

    private final StartNew startNew;
    private final StartReply startReply;
    private final StartForward startForward;
    private final ResumeWriting resumeWriting;

    @Inject
    public Beginning(StartNew startNew, StartReply startReply, StartForward startForward, ResumeWriting resumeWriting) {
        this.startNew = startNew;
        this.startReply = startReply;
        this.startForward = startForward;
        this.resumeWriting = resumeWriting;
    }

    Composition begin(AccountId account, ComposeRequest request) {
        if (request.isResuming()) {
            return resume(account, request);
        }
        return switch (request.kind()) {
            case NEW -> startNew.start(account, request.owner());
            case REPLY, REPLY_ALL ->
                startReply.start(
                        account,
                        request.original().orElseThrow(),
                        request.kind() == ComposeKind.REPLY_ALL,
                        request.regional());
            case FORWARD -> startForward.start(account, request.original().orElseThrow(), request.regional());
        };
    }

    Composition resume(AccountId account, ComposeRequest request) {
        return resumeWriting.resume(
                account,
                request.id(),
                request.owner(),
                request.kind(),
                request.original().orElse(null));
    }
}
