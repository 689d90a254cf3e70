package oriel.index;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import oriel.mail.FolderPath;
import oriel.mail.SpecialUse;

public final class SearchSyntax {
    public record Parsed(SearchExpression expression, List<String> words, Optional<Complaint> complaint) {}

    private SearchSyntax() {}

    public static Parsed parse(String text, Function<String, List<FolderPath>> folders) {
        return new Parsed(
                new SearchExpression.Words(SearchExpression.Place.ANYWHERE, text, false, true),
                List.of(text.split("\\s+")),
                Optional.empty());
    }

    public static Optional<SpecialUse> use(String name) {
        return Optional.empty();
    }
}
