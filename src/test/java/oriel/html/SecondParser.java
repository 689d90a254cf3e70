package oriel.html;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.dom.HtmlDocumentBuilder;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Another HTML parser's view of a text: the one of the W3C's validator, written from the same algorithm as browsers. */
final class SecondParser {
    private static final Set<String> INVISIBLE = Set.of(
            ("script style title textarea xmp noembed noframes plaintext noscript svg math template iframe frame canvas"
                            + " select embed head")
                    .split(" "));

    private SecondParser() {}

    static Document parse(String html) {
        HtmlDocumentBuilder builder = new HtmlDocumentBuilder(XmlViolationPolicy.ALTER_INFOSET);
        builder.setScriptingEnabled(true);
        try {
            return builder.parse(new InputSource(new StringReader(html)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    static Element body(String fragment) {
        Document document = parse("<!DOCTYPE html><html><head></head><body>" + fragment);
        return (Element) document.getElementsByTagName("body").item(0);
    }

    /** The tree as one line per node, to compare it with another parser's. */
    static String outline(Node root) {
        StringBuilder out = new StringBuilder();
        walk(
                root,
                (node, depth) ->
                        out.append(" ".repeat(depth)).append(describe(node)).append('\n'));
        return out.toString();
    }

    /** What a reader sees, without white space. */
    static String visibleText(Node root) {
        StringBuilder out = new StringBuilder();
        walk(
                root,
                (node, depth) ->
                        out.append(node.getNodeType() == Node.TEXT_NODE && isVisible(node) ? node.getNodeValue() : ""));
        return Characters.clean(out.toString()).replaceAll("[\\s\u00A0\uFFFD]+", "");
    }

    private static boolean isVisible(Node text) {
        for (Node node = text.getParentNode(); node != null; node = node.getParentNode()) {
            if (INVISIBLE.contains(String.valueOf(node.getLocalName()))) {
                return false;
            }
        }
        return true;
    }

    interface Visitor {
        void visit(Node node, int depth);
    }

    static void walk(Node root, Visitor visitor) {
        record Step(Node node, int depth) {}
        Deque<Step> open = new ArrayDeque<>();
        open.push(new Step(root, 0));
        while (!open.isEmpty()) {
            Step step = open.pop();
            visitor.visit(step.node(), step.depth());
            for (Node child = step.node().getLastChild(); child != null; child = child.getPreviousSibling()) {
                open.push(new Step(child, step.depth() + 1));
            }
        }
    }

    private static String describe(Node node) {
        if (!(node instanceof Element element)) {
            return "'" + node.getNodeValue() + "'";
        }
        TreeMap<String, String> attributes = new TreeMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Node attribute = element.getAttributes().item(i);
            attributes.put(attribute.getLocalName(), attribute.getNodeValue());
        }
        return element.getLocalName()
                + attributes.entrySet().stream().map(Object::toString).collect(Collectors.toList());
    }
}
