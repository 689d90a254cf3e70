package oriel.login.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import oriel.login.SessionAccount;
import oriel.login.SignIn;

/** The sign-out button: connections end at once and the session with all it holds is gone. */
@Named
@RequestScoped
public class SignOut {

    private final SessionAccount session;

    @Inject
    public SignOut(SessionAccount session) {
        this.session = session;
    }

    /** Ends the session and shows the sign-in page. */
    public void now() throws IOException {
        ExternalContext external = FacesContext.getCurrentInstance().getExternalContext();
        session.signOut();
        external.invalidateSession();
        external.setResponseHeader("Clear-Site-Data", "\"cache\"");
        external.redirect(external.getRequestContextPath() + SignIn.PAGE);
    }

    /** Who is signed in, for the menu. */
    public String getAddress() {
        return session.isSignedIn() ? session.id().value() : "";
    }
}
