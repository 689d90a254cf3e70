package oriel.login.web;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import oriel.login.SignInTrouble;
import oriel.login.WayIn;

/** Sends the browser to the provider; {@code account} names whose page asks to sign in again, over what is open. */
@WebServlet("/login/microsoft")
public class ProviderStart extends HttpServlet {

    private static final long serialVersionUID = 1;
    private static final int LONGEST_ACCOUNT = 320;

    @Inject
    private transient WayIn way;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String next = Objects.requireNonNullElse(request.getParameter("next"), "");
        String account = Objects.requireNonNullElse(request.getParameter("account"), "");
        response.setHeader("Cache-Control", "no-store");
        try {
            String known = account.length() > LONGEST_ACCOUNT ? "" : account;
            response.sendRedirect(way.begin(request, response, next, known, request.getParameter("choose") != null)
                    .toString());
        } catch (SignInTrouble e) {
            Troubles.tell(e, next, account, request, response);
        }
    }
}
