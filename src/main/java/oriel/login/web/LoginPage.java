package oriel.login.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.annotation.ManagedProperty;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.SecurityContext;
import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import oriel.login.LocalAddress;
import oriel.login.SignInFailure;
import oriel.mail.MailException;
import oriel.ui.Texts;

/** The sign-in page: address and password in, the mailbox or a plain reason out. */
@Named
@RequestScoped
public class LoginPage {

    private static final String HOME = "/mail";

    @Inject
    private SecurityContext security;

    @Inject
    private SignInFailure failure;

    @Inject
    private Texts texts;

    @Inject
    @ManagedProperty("#{param.next}")
    private String asked;

    private String address = "";
    private String password = "";
    private String next = "";
    private String error = "";

    /** Signs in and leads to the page that was asked for. */
    public void signIn() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        AuthenticationStatus status = security.authenticate(
                (HttpServletRequest) external.getRequest(),
                (HttpServletResponse) external.getResponse(),
                AuthenticationParameters.withParams().credential(new UsernamePasswordCredential(address, password)));
        if (status == AuthenticationStatus.SUCCESS) {
            external.redirect(LocalAddress.orElse(getNext(), external.getRequestContextPath() + HOME));
        } else {
            Locale locale = faces.getViewRoot().getLocale();
            error = failure.trouble()
                    .map(trouble -> texts.get(locale, Troubles.key(trouble)))
                    .orElseGet(() ->
                            texts.of(locale, failure.reason().orElseGet(() -> new MailException.LoginRefused(null))));
        }
    }

    public String getAddress() {
        return address;
    }

    public void setAddress(String address) {
        this.address = address;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }

    /** The address that was asked for before signing in; survives a refused attempt as a hidden field. */
    public String getNext() {
        return next.isEmpty() && asked != null ? asked : next;
    }

    public void setNext(String next) {
        this.next = next;
    }

    public String getError() {
        return error;
    }
}
