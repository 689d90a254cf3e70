package oriel.login.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import oriel.account.CurrentAccount;
import oriel.ui.Texts;

/** The last page of a window that was opened to sign in again: it closes itself where the browser lets it. */
@Named
@RequestScoped
public class DonePage {

    private final CurrentAccount account;
    private final Texts texts;

    @Inject
    public DonePage(CurrentAccount account, Texts texts) {
        this.account = account;
        this.texts = texts;
    }

    /** Who is signed in. */
    public String getTitle() {
        String who = account.isSignedIn() ? account.id().value() : "";
        return texts.get(FacesContext.getCurrentInstance().getViewRoot().getLocale(), "login.done", who);
    }
}
