package oriel.push.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import oriel.push.SessionListener;

/** Lets a browser session open only its own sockets: OmniFaces itself lets everybody in who knows the address. */
@WebFilter(urlPatterns = OwnSockets.PATH + "*", asyncSupported = true)
public class OwnSockets extends HttpFilter {

    static final String PATH = "/omnifaces.push/";

    private static final long serialVersionUID = 1;

    @Inject
    private SessionListener session;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (request.getSession(false) == null || !session.admits(request.getQueryString())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        chain.doFilter(request, response);
    }
}
