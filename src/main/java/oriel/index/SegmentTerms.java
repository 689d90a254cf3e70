package oriel.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Looks up terms of one field, many of them one after the other: what each segment needs for that is made once and not for
 * each term. To be used by one thread, as long as the reader is open.
 */
final class SegmentTerms {

    private final List<Segment> segments = new ArrayList<>();

    SegmentTerms(IndexReader reader, String field) throws IOException {
        for (LeafReaderContext leaf : reader.leaves()) {
            @Nullable Terms terms = leaf.reader().terms(field);
            if (terms != null) {
                segments.add(new Segment(leaf.reader(), terms.iterator()));
            }
        }
    }

    private record Segment(LeafReader reader, TermsEnum terms) {}

    /** Documents of one segment that have a term, those deleted among them. */
    record Found(LeafReader reader, PostingsEnum docs) {}

    /** For each segment that has the term. */
    List<Found> find(BytesRef term) throws IOException {
        List<Found> found = new ArrayList<>();
        for (Segment each : segments) {
            if (each.terms().seekExact(term)) {
                found.add(new Found(each.reader(), each.terms().postings(null, PostingsEnum.NONE)));
            }
        }
        return found;
    }

    /** Whether any segment has the term. */
    boolean has(BytesRef term) throws IOException {
        for (Segment each : segments) {
            if (each.terms().seekExact(term)) {
                return true;
            }
        }
        return false;
    }
}
