package oriel.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Looks for anything in sanitized HTML that should not be there. Knows nothing of how the sanitizer works. */
final class OutputCheck {
    private static final Set<String> ELEMENTS = Set.of(
            ("a abbr acronym address b big blockquote body br caption center cite code col colgroup dd del dfn div dl"
                            + " dt em figcaption figure font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s samp"
                            + " small span strike strong style sub sup table tbody td tfoot th thead time tr tt u ul"
                            + " var wbr")
                    .split(" "));
    private static final Set<String> ATTRIBUTES = Set.of(
            ("align alt bgcolor border bordercolor cellpadding cellspacing class clear color colspan dir face frame"
                            + " height href hspace lang loading noshade nowrap referrerpolicy rel role rowspan rules"
                            + " scope size span src start style target title type valign value vspace width data-blocked"
                            + " data-target-host")
                    .split(" "));
    private static final Pattern HREF = Pattern.compile("(?:https?://[^\\s\\\\/]|mailto:)[!-~]*");
    private static final Pattern SRC =
            Pattern.compile("/part/[A-Za-z0-9]*|data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/=]+");
    private static final Pattern REMOTE_SRC = Pattern.compile("https://[^\\s\\\\/][!-~]*");
    private static final Pattern DECLARATION =
            Pattern.compile("([a-z-]+):([\\p{L}\\p{N} #%.,/()'_&+*-]|url\\('[^'\\\\()<>\" ]+'\\))+( !important)?");
    private static final Pattern FUNCTION = Pattern.compile("([a-zA-Z-]*)\\(");
    private static final Set<String> FUNCTIONS = Set.of(
            "rgb rgba hsl hsla calc url linear-gradient radial-gradient repeating-linear-gradient -webkit-linear-gradient"
                    .split(" "));
    private static final Pattern FORBIDDEN_PROPERTY = Pattern.compile(
            "position|top|left|right|bottom|inset.*|z-index|content|behavior|.*binding|filter|transform.*|clip.*|mask.*"
                    + "|animation.*|transition.*|pointer-events|cursor|src|.*image-source|--.*");
    private static final Pattern NEGATIVE_MARGIN = Pattern.compile("margin[^;]*:[^;]*-\\d.*");
    private static final Pattern STYLE_SHEET = Pattern.compile("(?:[^<\\\\@]|@media )*");

    private final List<String> problems = new ArrayList<>();
    private final boolean remote;

    private OutputCheck(boolean remote) {
        this.remote = remote;
    }

    static List<String> problems(String html, RemoteContent remote) {
        OutputCheck check = new OutputCheck(remote == RemoteContent.ALLOW);
        SecondParser.walk(SecondParser.body(html), (node, depth) -> check.node(node));
        return check.problems;
    }

    private void node(Node node) {
        if (node instanceof Element element) {
            require(ELEMENTS.contains(element.getLocalName()), "element", element.getLocalName());
            require(
                    "http://www.w3.org/1999/xhtml".equals(element.getNamespaceURI()),
                    "namespace",
                    element.getLocalName());
            for (int i = 0; i < element.getAttributes().getLength(); i++) {
                attribute(element, (Attr) element.getAttributes().item(i));
            }
            if (element.getLocalName().equals("style")) {
                sheet(element.getTextContent());
            }
        } else {
            require(node.getNodeType() == Node.TEXT_NODE, "node", String.valueOf(node));
        }
    }

    private void attribute(Element element, Attr attribute) {
        String name = attribute.getLocalName();
        String value = attribute.getValue();
        require(ATTRIBUTES.contains(name), "attribute", name);
        switch (name) {
            case "href" -> link(element, value);
            case "src" -> image(value);
            case "style" -> declarations(value);
            case "alt", "title" -> {}
            default -> require(!value.matches("(?is).*(?:url\\(|//|script:).*"), "value of " + name, value);
        }
    }

    private void link(Element element, String value) {
        require(element.getLocalName().equals("a"), "href on", element.getLocalName());
        require(HREF.matcher(value).matches(), "href", value);
        require(element.getAttribute("rel").equals("noopener noreferrer"), "rel", element.getAttribute("rel"));
        require(element.getAttribute("target").equals("_blank"), "target", element.getAttribute("target"));
    }

    private void image(String value) {
        boolean allowed = SRC.matcher(value).matches()
                || remote && REMOTE_SRC.matcher(value).matches();
        require(allowed, "src", value);
    }

    private void sheet(String sheet) {
        require(STYLE_SHEET.matcher(sheet).matches(), "style sheet", sheet);
        for (String piece : sheet.split("[{}]")) {
            if (piece.contains(":") && !piece.startsWith("@") && !piece.matches("[^;]*:[a-z-]+(?:[ ,.>+~].*)?")) {
                declarations(piece);
            }
        }
    }

    private void declarations(String style) {
        for (String declaration : style.split(";(?=(?:[^']*'[^']*')*[^']*$)")) {
            require(DECLARATION.matcher(declaration).matches(), "declaration", declaration);
            String property = declaration.replaceFirst(":.*", "");
            require(!FORBIDDEN_PROPERTY.matcher(property).matches(), "property", declaration);
            require(!NEGATIVE_MARGIN.matcher(declaration).matches(), "margin", declaration);
            FUNCTION.matcher(declaration.replaceAll("'[^']*'", ""))
                    .results()
                    .forEach(found -> require(isKnownFunction(found.group(1), declaration), "function", declaration));
            Pattern.compile("url\\('([^']*)'").matcher(declaration).results().forEach(found -> image(found.group(1)));
        }
    }

    private static boolean isKnownFunction(String name, String declaration) {
        return FUNCTIONS.contains(name) || name.isEmpty() && declaration.contains("calc(");
    }

    private void require(boolean condition, String what, String value) {
        if (!condition) {
            problems.add(what + ": " + value);
        }
    }
}
