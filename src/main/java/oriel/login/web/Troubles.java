package oriel.login.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import oriel.login.SignInTrouble;
import oriel.mail.MailException;

/** Leads to the page that tells what went wrong: an address that can be reloaded, with nothing secret in it. */
final class Troubles {

    static final String PAGE = "/login/trouble";

    private static final Logger LOG = Logger.getLogger(Troubles.class.getName());

    private Troubles() {}

    static String key(SignInTrouble trouble) {
        return "login.trouble." + trouble.kind();
    }

    /**
     * @param next where the person wanted to go
     * @param account whose page asked to sign in again; empty for none
     */
    static void tell(
            SignInTrouble trouble,
            String next,
            String account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Throwable cause = trouble.getCause();
        LOG.log(Level.INFO, "{0}{1}", new Object[] {
            trouble.getMessage(),
            cause == null ? "" : " after " + cause.getClass().getSimpleName()
        });
        tell(key(trouble), next, account, request, response);
    }

    static void tell(
            MailException trouble,
            String next,
            String account,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        // Those that need a number have a text of their own on other pages, and the next attempt tells as much.
        boolean plain = trouble.arguments().length == 0;
        tell(plain ? trouble.key() : "mail.Busy", next, account, request, response);
    }

    private static void tell(
            String key, String next, String account, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.sendRedirect(request.getContextPath() + PAGE + "?why=" + key + parameter("next", next)
                + parameter("account", account));
    }

    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
