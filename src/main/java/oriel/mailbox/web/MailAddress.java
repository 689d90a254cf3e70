package oriel.mailbox.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Gives the mailbox page its short address, and the bare host leads there too. */
@WebServlet({MailAddress.PATH, ""})
public class MailAddress extends HttpServlet {

    static final String PATH = "/mail";
    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getServletPath().equals(PATH)) {
            response.sendRedirect(request.getContextPath() + PATH);
            return;
        }
        response.setHeader("Cache-Control", "no-store");
        request.getRequestDispatcher("/mailbox/mailbox.xhtml").forward(request, response);
    }
}
