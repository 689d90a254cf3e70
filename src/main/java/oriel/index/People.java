package oriel.index;

import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import oriel.index.SearchExpression.Place;
import oriel.index.SearchExpression.Words;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.FolderPath;

/**
 * Whom somebody may mean who types the beginning of a name: those who most often wrote the newest messages that hold it, or got
 * them. Costs the same in a mailbox of any size but for finding what begins so.
 */
final class People {

    private static final int NEWEST = 400;

    private record Met(Address address, int times) {}

    private People() {}

    /** @param apart folders whose messages do not count */
    static List<Address> of(IndexSearcher searcher, Set<FolderPath> apart, Place place, String begun, int most)
            throws IOException {
        int[] newest = DateOrder.of(searcher, query(apart, place, begun), NEWEST);
        Predicate<Address> meant = meant(begun);
        Map<String, Met> met = new LinkedHashMap<>();
        for (Row row : Rows.of(searcher.getIndexReader(), newest)) {
            // A newer name of the same address stays.
            in(row.envelope(), place)
                    .filter(meant)
                    .forEach(each -> met.merge(
                            each.email().toLowerCase(Locale.ROOT),
                            new Met(each, 1),
                            (known, again) -> new Met(named(known.address(), each), known.times() + 1)));
        }
        return met.values().stream()
                .sorted(Comparator.comparingInt(Met::times).reversed())
                .limit(most)
                .map(Met::address)
                .toList();
    }

    private static Address named(Address known, Address again) {
        return known.name().isEmpty() ? again : known;
    }

    private static BooleanQuery query(Set<FolderPath> apart, Place place, String begun) {
        BooleanQuery.Builder who = new BooleanQuery.Builder();
        if (place != Place.TO) {
            who.add(WordQueries.of(new Words(Place.FROM, begun, false, true)), Occur.SHOULD);
        }
        if (place != Place.FROM) {
            who.add(WordQueries.of(new Words(Place.TO, begun, false, true)), Occur.SHOULD);
        }
        return new BooleanQuery.Builder()
                .add(new FieldExistsQuery(Fields.FOLDER), Occur.FILTER)
                .add(who.build(), Occur.FILTER)
                .add(
                        new TermInSetQuery(
                                Fields.FOLDER,
                                apart.stream()
                                        .map(each -> new BytesRef(each.text()))
                                        .toList()),
                        Occur.MUST_NOT)
                .build();
    }

    private static Stream<Address> in(Envelope envelope, Place place) {
        return switch (place) {
            case FROM -> envelope.from().stream();
            case TO -> envelope.to().stream();
            default -> Stream.concat(envelope.from().stream(), envelope.to().stream());
        };
    }

    /** Others are in the same messages. */
    private static Predicate<Address> meant(String begun) {
        Pattern word = Pattern.compile("(?<![\\p{L}\\p{N}])" + Pattern.quote(PlainLetters.plain(begun.strip())));
        return each -> each.email().indexOf('@') > 0
                && word.matcher(PlainLetters.plain(each.name() + " " + each.email()))
                        .find();
    }
}
