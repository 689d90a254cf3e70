package oriel.login.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.login.SignIn;

/** Gives the sign-in page, and those around it, their short addresses. */
@WebServlet({SignIn.PAGE, Troubles.PAGE, LoginAddress.DONE})
public class LoginAddress extends HttpServlet {

    /** Where a window ends that was opened to sign in again. */
    static final String DONE = "/login/done";

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        String page = request.getServletPath().equals(SignIn.PAGE) ? "/login/login" : request.getServletPath();
        request.getRequestDispatcher(page + ".xhtml").forward(request, response);
    }
}
