package oriel.login.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.login.LocalAddress;
import oriel.login.SignIn;
import oriel.login.SignInTrouble;
import oriel.login.WayIn;
import oriel.mail.MailException;

/** Takes the provider's answer and goes on at once, so that it stays in no address bar and no history. */
@WebServlet(WayIn.CALLBACK)
public class ProviderCallback extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final String HOME = "/mail";

    @Inject
    private transient WayIn way;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        if (request.getParameter("admin_consent") != null && request.getParameter("state") == null) {
            // An administrator comes back from agreeing for everybody.
            response.sendRedirect(request.getContextPath() + SignIn.PAGE);
            return;
        }
        try {
            signIn(way.answer(request, response), request, response);
        } catch (SignInTrouble e) {
            Troubles.tell(e, "", "", request, response);
        }
    }

    private void signIn(WayIn.Answer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            way.signIn(answer, request, response);
            String next = LocalAddress.orElse(answer.next(), request.getContextPath() + HOME);
            response.sendRedirect(answer.account().isEmpty() ? next : request.getContextPath() + LoginAddress.DONE);
        } catch (SignInTrouble e) {
            Troubles.tell(e, answer.next(), answer.account(), request, response);
        } catch (MailException e) {
            Troubles.tell(e, answer.next(), answer.account(), request, response);
        }
    }
}
