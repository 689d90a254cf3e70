package oriel.login.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import oriel.account.OpenIdConfig;
import oriel.login.LocalAddress;
import oriel.login.SignInTrouble;
import oriel.login.WayIn;
import oriel.ui.Texts;

/** Tells why signing in with the provider did not work, and what to do. */
@Named
@RequestScoped
public class TroublePage {

    private static final Pattern KEY = Pattern.compile("(login\\.trouble|mail)\\.[A-Za-z_]{1,40}");
    private static final Set<SignInTrouble.Kind> ANOTHER_ACCOUNT =
            Set.of(SignInTrouble.Kind.TENANT, SignInTrouble.Kind.OTHER_ACCOUNT, SignInTrouble.Kind.MAILBOX_REFUSED);
    private static final String UNKNOWN = "login.trouble." + SignInTrouble.Kind.NOT_BEGUN;

    private final OpenIdConfig config;
    private final WayIn way;
    private final Texts texts;
    private final HttpServletRequest request;

    @Inject
    public TroublePage(OpenIdConfig config, WayIn way, Texts texts, HttpServletRequest request) {
        this.config = config;
        this.way = way;
        this.texts = texts;
        this.request = request;
    }

    /** What went wrong; only sentences of ours, whatever the address says. */
    public String getText() {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        String key = parameter("why");
        return texts.get(locale, KEY.matcher(key).matches() && texts.has(locale, key) ? key : UNKNOWN)
                .replace("{0}", config.name());
    }

    /** Where an administrator can agree for everybody; empty if that is not what is missing. */
    public String getAdminConsent() {
        boolean missing = parameter("why").endsWith("." + SignInTrouble.Kind.ADMIN_CONSENT) && config.isOn();
        return missing
                ? config.provider().adminConsent().map(this::adminConsent).orElse("")
                : "";
    }

    private String adminConsent(URI page) {
        return page + "?client_id=" + encoded(config.clientId()) + "&scope="
                + encoded(String.join(" ", config.scopes())) + "&redirect_uri="
                + encoded(way.base(request) + WayIn.CALLBACK);
    }

    /** The address that begins once more; empty if there is no provider. */
    public String getOnceMore() {
        if (!config.isOn()) {
            return "";
        }
        return request.getContextPath() + "/login/microsoft?next="
                + encoded(LocalAddress.orElse(parameter("next"), request.getContextPath() + "/mail")) + "&account="
                + encoded(getAccount()) + (needsAnotherAccount() ? "&choose=true" : "");
    }

    /** Else the provider would vouch for the same one again, without asking. */
    private boolean needsAnotherAccount() {
        return ANOTHER_ACCOUNT.stream().anyMatch(kind -> parameter("why").endsWith("." + kind));
    }

    /** Whose page asked to sign in again; empty if the sign-in page is the way back. */
    public String getAccount() {
        return parameter("account");
    }

    private String parameter(String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
