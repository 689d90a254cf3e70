package oriel.login.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import oriel.login.ProviderSignOut;
import oriel.ui.StaticFiles;
import oriel.ui.Texts;

/**
 * The last page of a session: a form that sends itself to the provider. It has a content policy of its own, because that
 * of the pages lets no form go anywhere else, not even by a redirection. The way back from the provider is a redirection
 * of this form too, over hosts that only the provider knows: so its form may go to any https address.
 */
@ApplicationScoped
public class FarewellDocument {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; base-uri 'none';"
            + " frame-ancestors 'none'; form-action 'self' https: ";

    private final Texts texts;
    private final StaticFiles files;

    @Inject
    public FarewellDocument(Texts texts, StaticFiles files) {
        this.texts = texts;
        this.files = files;
    }

    void write(ProviderSignOut.Request request, ExternalContext external, Locale locale) throws IOException {
        URI address = request.address();
        external.setResponseContentType("text/html");
        external.setResponseCharacterEncoding("UTF-8");
        external.setResponseHeader(
                "Content-Security-Policy", POLICY + address.getScheme() + "://" + address.getRawAuthority());
        external.setResponseHeader("Cache-Control", "no-store");
        StringBuilder fields = new StringBuilder();
        request.parameters()
                .forEach((name, value) -> fields.append(
                        "<input type=\"hidden\" name=\"%s\" value=\"%s\">".formatted(escaped(name), escaped(value))));
        external.getResponseOutputWriter().write("""
                <!DOCTYPE html>
                <html lang="%s"><head><meta charset="UTF-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <link rel="stylesheet" href="%s"><link rel="stylesheet" href="%s"></head>
                <body class="login-page"><main class="login"><form id="farewell" class="login-form" method="%s" action="%s">%s
                <h1>%s</h1><button class="button primary">%s</button></form></main>
                <script type="module" src="%s"></script></body></html>
                """.formatted(
                        texts.language(locale),
                        escaped(texts.get(locale, "login.out")),
                        files.url("ui/theme.css"),
                        files.url("login/login.css"),
                        request.post() ? "post" : "get",
                        escaped(address.toString()),
                        fields,
                        escaped(texts.get(locale, "login.out")),
                        escaped(texts.get(locale, "login.out.go")),
                        files.url("login/farewell.js")));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
