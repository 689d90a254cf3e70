package oriel.index;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import oriel.mail.AccountId;
import oriel.mail.Flag;
import oriel.mail.FolderPath;

/** Which messages are in a list, as a query of Lucene. */
final class ListQueries {

    private ListQueries() {}

    /** Folders, filters and search together. */
    static Query of(AccountId account, ListQuery list) {
        Query folders = folders(list.folders());
        if (list.filters().isEmpty() && list.search().equals(SearchExpression.ALL)) {
            // By itself, so that Lucene can count without looking.
            return folders;
        }
        BooleanQuery.Builder query = new BooleanQuery.Builder().add(folders, Occur.FILTER);
        for (QuickFilter filter : list.filters()) {
            switch (filter) {
                case UNREAD -> query.add(new FieldExistsQuery(Fields.flag(Flag.SEEN)), Occur.MUST_NOT);
                case FLAGGED -> query.add(new FieldExistsQuery(Fields.flag(Flag.FLAGGED)), Occur.FILTER);
                case ATTACHMENT -> query.add(new TermQuery(new Term(Fields.ATTACHMENT, "1")), Occur.FILTER);
                case TO_ME -> query.add(toMe(account, list), Occur.FILTER);
            }
        }
        if (!list.search().equals(SearchExpression.ALL)) {
            query.add(search(list), Occur.MUST);
        }
        return query.build();
    }

    /** What is searched for, alone. */
    static Query search(ListQuery list) {
        return ExpressionQueries.of(list.search());
    }

    /** All messages of these folders; of all folders for none. */
    static Query folders(List<FolderPath> folders) {
        if (folders.isEmpty()) {
            return new FieldExistsQuery(Fields.FOLDER);
        }
        if (folders.size() == 1) {
            return new TermQuery(folder(folders.getFirst()));
        }
        return new TermInSetQuery(
                Fields.FOLDER,
                folders.stream().map(each -> new BytesRef(each.text())).toList());
    }

    /** A folder's messages that lack a mark or a value. */
    static Query without(FolderPath folder, String field) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(folder(folder)), Occur.FILTER)
                .add(new FieldExistsQuery(field), Occur.MUST_NOT)
                .build();
    }

    /** These folders' messages from then on whose texts were never given. */
    static Query textless(List<FolderPath> folders, Instant since) {
        return new BooleanQuery.Builder()
                .add(folders(folders), Occur.FILTER)
                .add(LongPoint.newRangeQuery(Fields.DATE, since.toEpochMilli(), Long.MAX_VALUE), Occur.FILTER)
                .add(new FieldExistsQuery(Fields.READ_BODY), Occur.MUST_NOT)
                .build();
    }

    /** A folder's messages of whose texts there may be more than is indexed. */
    static Query withoutWholeText(FolderPath folder) {
        return new BooleanQuery.Builder()
                .add(new TermQuery(folder(folder)), Occur.FILTER)
                .add(NumericDocValuesField.newSlowExactQuery(Fields.READ_BODY, Documents.WHOLE), Occur.MUST_NOT)
                .build();
    }

    /** A folder's unread messages. */
    static Query unread(FolderPath folder) {
        return without(folder, Fields.flag(Flag.SEEN));
    }

    static Term folder(FolderPath folder) {
        return new Term(Fields.FOLDER, folder.text());
    }

    private static Query toMe(AccountId account, ListQuery list) {
        Set<String> own = new TreeSet<>();
        own.add(account.value());
        list.folders().stream()
                .filter(folder -> !folder.owner().isSelf())
                .forEach(folder -> own.add(folder.owner().address()));
        return new TermInSetQuery(
                Fields.TO_ADDRESS,
                own.stream()
                        .map(each -> new BytesRef(each.toLowerCase(Locale.ROOT)))
                        .toList());
    }

    /** Whether which messages are in the list, or their order, changes with what they are marked with. */
    static boolean dependsOnMarks(ListQuery list) {
        return list.filters().contains(QuickFilter.UNREAD)
                || list.filters().contains(QuickFilter.FLAGGED)
                || list.sort() == Sort.UNREAD
                || list.sort() == Sort.FLAGGED
                || dependsOnMarks(list.search());
    }

    private static boolean dependsOnMarks(SearchExpression search) {
        return switch (search) {
            case SearchExpression.And and -> and.of().stream().anyMatch(ListQueries::dependsOnMarks);
            case SearchExpression.Or or -> or.of().stream().anyMatch(ListQueries::dependsOnMarks);
            case SearchExpression.Not not -> dependsOnMarks(not.of());
            case SearchExpression.Marked marked -> true;
            case SearchExpression.Tagged tagged -> true;
            default -> false;
        };
    }
}
