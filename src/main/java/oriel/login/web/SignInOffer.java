package oriel.login.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import oriel.account.CurrentAccount;
import oriel.account.OpenIdConfig;
import oriel.ui.Texts;

/** The ways to sign in that the sign-in page offers, and the dialog that asks to sign in again over a page. */
@Named
@RequestScoped
public class SignInOffer {

    private final OpenIdConfig config;
    private final CurrentAccount account;
    private final Texts texts;

    @Inject
    public SignInOffer(OpenIdConfig config, CurrentAccount account, Texts texts) {
        this.config = config;
        this.account = account;
        this.texts = texts;
    }

    /** What the button for the provider says; empty if there is none. */
    public String getProvider() {
        return config.isOn() ? texts.get(locale(), "login.with", config.name()) : "";
    }

    /** @param next where to go afterwards */
    public String address(String next) {
        return start() + "?next=" + encoded(next);
    }

    /** Where a page's account begins to sign in again. */
    public String getAgainAddress() {
        return start() + "?account=" + encoded(account.id().value());
    }

    /** What the dialog says. */
    public String getAgainText() {
        return texts.get(locale(), "login.again.text", account.id().value());
    }

    public boolean isPasswords() {
        return config.passwords();
    }

    private static String start() {
        return FacesContext.getCurrentInstance().getExternalContext().getRequestContextPath() + "/login/microsoft";
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
