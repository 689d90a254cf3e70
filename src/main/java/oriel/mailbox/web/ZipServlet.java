package oriel.mailbox.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.mail.MessageRef;
import oriel.mailbox.ZipAttachments;

/** All attachments of a message, to be saved as one zip file: {@code /mailbox/zip?folder=INBOX&uidValidity=1&uid=7}. */
@WebServlet("/mailbox/zip")
public class ZipServlet extends MailServlet {

    private static final long serialVersionUID = 1;

    @Inject
    private ZipAttachments attachments;

    @Inject
    private Spool spool;

    @Override
    void answer(Parameters parameters, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MessageRef ref = parameters.message();
        spool.save(
                out -> attachments.write(ref, out), "application/zip", "attachments-" + ref.uid() + ".zip", response);
    }
}
