package oriel.html;

import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** jsoup's view of a text, in the form of {@link SecondParser}. */
final class FirstParser {
    private FirstParser() {}

    static String outline(String fragment) {
        Element body = Jsoup.parse("<!DOCTYPE html><html><head></head><body>" + fragment)
                .body();
        StringBuilder out = new StringBuilder();
        body.traverse((node, depth) ->
                out.append(" ".repeat(depth)).append(describe(node)).append('\n'));
        return out.toString();
    }

    private static String describe(Node node) {
        return switch (node) {
            case TextNode text -> "'" + text.getWholeText() + "'";
            case DataNode data -> "'" + data.getWholeData() + "'";
            case Comment comment -> "'" + comment.getData() + "'";
            case Element element -> describe(element);
            default -> "?" + node;
        };
    }

    private static String describe(Element element) {
        TreeMap<String, String> attributes = new TreeMap<>();
        element.attributes().forEach(attribute -> attributes.put(attribute.getKey(), attribute.getValue()));
        return element.normalName()
                + attributes.entrySet().stream().map(Object::toString).collect(Collectors.toList());
    }
}
