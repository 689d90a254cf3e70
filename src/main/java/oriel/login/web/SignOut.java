package oriel.login.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import oriel.login.ProviderSignOut;
import oriel.login.SessionAccount;
import oriel.login.SignIn;

/** The sign-out button: connections end at once and the session with all it holds is gone, at the provider too. */
@Named
@RequestScoped
public class SignOut {

    private final SessionAccount session;
    private final ProviderSignOut provider;
    private final FarewellDocument farewell;

    @Inject
    public SignOut(SessionAccount session, ProviderSignOut provider, FarewellDocument farewell) {
        this.session = session;
        this.provider = provider;
        this.farewell = farewell;
    }

    /** Ends the session and shows the sign-in page, by way of the provider if somebody signed in there. */
    public void now() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        Optional<ProviderSignOut.Request> there = provider.request((HttpServletRequest) external.getRequest());
        session.signOut();
        external.invalidateSession();
        external.setResponseHeader("Clear-Site-Data", "\"cache\"");
        if (there.isPresent()) {
            farewell.write(there.get(), external, faces.getViewRoot().getLocale());
            faces.responseComplete();
        } else {
            external.redirect(external.getRequestContextPath() + SignIn.PAGE);
        }
    }

    /** Who is signed in, for the menu. */
    public String getAddress() {
        return session.isSignedIn() ? session.id().value() : "";
    }
}
