package oriel.demo.sample;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML with gaps. */
record Template(String text) {

    private static final Pattern GAP = Pattern.compile("\\{\\{(\\w+)}}");

    static Template of(String resource) {
        return new Template(Script.resource(resource));
    }

    /** @param values HTML for each gap */
    String fill(Map<String, String> values) {
        return GAP.matcher(text).replaceAll(gap -> {
            String value = values.get(gap.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nothing for " + gap.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
