package oriel.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The words of a search that rows which are found hold, for highlighting. */
final class SearchWords {

    private static final int MOST = 30;

    private SearchWords() {}

    static List<String> of(SearchExpression expression) {
        List<String> words = new ArrayList<>();
        collect(expression, words);
        return words.stream().distinct().limit(MOST).toList();
    }

    private static void collect(SearchExpression expression, List<String> words) {
        switch (expression) {
            case SearchExpression.And and -> and.of().forEach(each -> collect(each, words));
            case SearchExpression.Or or -> or.of().forEach(each -> collect(each, words));
            case SearchExpression.Words found ->
                words.addAll(
                        found.phrase()
                                ? List.of(found.text())
                                : Arrays.asList(found.text().split("\\s+")));
            default -> {
                // What is not wanted is not there, and marks are no words.
            }
        }
    }
}
