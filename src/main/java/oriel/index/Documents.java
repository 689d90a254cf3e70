package oriel.index;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import oriel.mail.Address;
import oriel.mail.Envelope;
import oriel.mail.Flag;
import oriel.mail.Summary;

/** Makes the document of a message, see {@link Fields}. */
final class Documents {

    /**
     * Where a message belongs.
     *
     * @param subject the message's own
     * @param ledTo 0 if it is led nowhere by its subject
     */
    record Threaded(BaseSubject subject, long thread, long ledTo) {}

    /** Lucene refuses terms of more than 32,766 bytes; nothing that names a message or a person is half as long. */
    private static final int LONGEST_TERM = 1_000;

    /** Values of {@link Fields#READ_BODY}. */
    static final long WHOLE = 1;

    private static final long PART = 2;

    private static final int LONGEST_TEXT = 100_000;
    private static final FieldType TEXT = text();

    private Documents() {}

    private static FieldType text() {
        FieldType type = new FieldType();
        type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        type.setTokenized(true);
        type.setOmitNorms(true);
        type.freeze();
        return type;
    }

    /**
     * The document of a message.
     *
     * @param preview null if it is not known
     * @param body what of its text is to be found; null if that is not known
     * @param whole whether that is all of its text
     */
    static Document of(
            Summary summary, Threaded threaded, @Nullable String preview, @Nullable String body, boolean whole) {
        Document document = new Document();
        row(document, summary);
        marks(document, summary.envelope());
        people(document, summary);
        subject(document, summary, threaded.subject());
        if (!summary.files().isEmpty()) {
            document.add(text(Fields.FILES, String.join(" ; ", summary.files())));
        }
        thread(document, summary, threaded);
        if (preview != null) {
            document.add(preview(preview));
        }
        if (body != null) {
            document.add(text(Fields.BODY, body));
            document.add(new NumericDocValuesField(Fields.READ_BODY, whole ? WHOLE : PART));
        }
        return document;
    }

    /** Every field that is ever changed in place, so that it may be: Lucene takes changes only to fields it has seen. */
    static Document changeable() {
        Document document = new Document();
        for (Flag flag : Flag.values()) {
            document.add(new NumericDocValuesField(Fields.flag(flag), 1));
        }
        document.add(new NumericDocValuesField(Fields.THREAD, 0));
        document.add(new NumericDocValuesField(Fields.LED_TO, 0));
        document.add(new NumericDocValuesField(Fields.READ_BODY, 1));
        document.add(new BinaryDocValuesField(Fields.TAGS, new BytesRef("-")));
        document.add(preview("-"));
        return document;
    }

    /** Says that one conversation is part of another. */
    static Document merged(long from, long into) {
        Document document = new Document();
        document.add(new StringField(Fields.ID, Ids.merged(from).bytes(), Field.Store.NO));
        document.add(term(Fields.MERGED_INTO, Long.toString(into)));
        document.add(new NumericDocValuesField(Fields.MERGED, from));
        document.add(new NumericDocValuesField(Fields.THREAD, into));
        return document;
    }

    /** The value of {@link Fields#PREVIEW}. */
    static Field preview(String line) {
        return new BinaryDocValuesField(Fields.PREVIEW, new BytesRef(line));
    }

    /** What a message is marked with, as changes of all its marks. */
    static Field[] changes(Set<Flag> flags, Set<String> tags) {
        Field[] changes = new Field[Flag.values().length + 1];
        for (Flag flag : Flag.values()) {
            changes[flag.ordinal()] = new NumericDocValuesField(Fields.flag(flag), flags.contains(flag) ? 1L : null);
        }
        changes[changes.length - 1] = new BinaryDocValuesField(Fields.TAGS, TagQuery.value(tags));
        return changes;
    }

    private static void row(Document document, Summary summary) {
        Envelope envelope = summary.envelope();
        document.add(new StringField(Fields.ID, Ids.term(envelope.ref()).bytes(), Field.Store.NO));
        String folder = envelope.ref().folder().text();
        document.add(new StringField(Fields.FOLDER, folder, Field.Store.NO));
        document.add(new SortedDocValuesField(Fields.FOLDER, new BytesRef(folder)));
        document.add(new NumericDocValuesField(Fields.UID, envelope.ref().uid()));
        document.add(
                new NumericDocValuesField(Fields.UID_VALIDITY, envelope.ref().uidValidity()));
        number(document, Fields.DATE, envelope.date().toEpochMilli());
        number(document, Fields.SIZE, envelope.size());
        if (envelope.attachments()) {
            document.add(new StringField(Fields.ATTACHMENT, "1", Field.Store.NO));
        }
        document.add(new BinaryDocValuesField(Fields.ROW, RowBytes.row(envelope)));
        document.add(new StoredField(Fields.REST, RowBytes.rest(summary)));
    }

    private static void number(Document document, String field, long value) {
        document.add(new LongPoint(field, value));
        document.add(new NumericDocValuesField(field, value));
    }

    private static void marks(Document document, Envelope envelope) {
        for (Flag flag : envelope.flags()) {
            document.add(new NumericDocValuesField(Fields.flag(flag), 1));
        }
        BytesRef tags = TagQuery.value(envelope.tags());
        if (tags != null) {
            document.add(new BinaryDocValuesField(Fields.TAGS, tags));
        }
    }

    private static void people(Document document, Summary summary) {
        List<Address> from = summary.envelope().from();
        List<Address> to = summary.envelope().to();
        addresses(document, Fields.FROM, Fields.FROM_ADDRESS, from);
        addresses(document, Fields.TO, Fields.TO_ADDRESS, to);
        addresses(document, Fields.TO, Fields.TO_ADDRESS, summary.cc());
        if (!summary.cc().isEmpty()) {
            document.add(text(Fields.CC, words(summary.cc())));
        }
        document.add(new SortedDocValuesField(Fields.SORT_SENDER, SortKeys.person(from)));
        document.add(new SortedDocValuesField(Fields.SORT_RECIPIENT, SortKeys.person(to)));
    }

    private static void addresses(Document document, String text, String whole, List<Address> people) {
        if (people.isEmpty()) {
            return;
        }
        document.add(text(text, words(people)));
        for (Address each : people) {
            document.add(term(whole, each.email().toLowerCase(Locale.ROOT)));
        }
    }

    private static String words(List<Address> people) {
        return people.stream()
                .flatMap(each -> Stream.of(each.name(), each.email()))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(" ; "));
    }

    private static void subject(Document document, Summary summary, BaseSubject base) {
        String subject = summary.envelope().subject();
        if (!subject.isEmpty()) {
            document.add(text(Fields.SUBJECT, subject));
        }
        document.add(new SortedDocValuesField(Fields.SORT_SUBJECT, SortKeys.subject(base)));
        if (!base.text().isEmpty()) {
            document.add(term(Fields.BASE_SUBJECT, base.text()));
        }
        if (LooseAnswers.isLoose(summary, base)) {
            document.add(term(Fields.LOOSE, base.text()));
            document.add(term(Received.of(summary).loose()));
        }
    }

    private static void thread(Document document, Summary summary, Threaded threaded) {
        document.add(new NumericDocValuesField(Fields.THREAD, threaded.thread()));
        document.add(term(Fields.FIRST_THREAD, Long.toString(threaded.thread())));
        if (threaded.ledTo() > 0) {
            document.add(new NumericDocValuesField(Fields.LED_TO, threaded.ledTo()));
        }
        if (!summary.messageId().isEmpty()) {
            document.add(term(Fields.MESSAGE_ID, summary.messageId()));
        }
        document.add(new NumericDocValuesField(Fields.COPY, Received.of(summary).copy()));
        for (String each : summary.references()) {
            document.add(term(Fields.REFERENCES, each));
        }
    }

    private static Field term(Term term) {
        return term(term.field(), term.text());
    }

    private static Field term(String field, String value) {
        return new StringField(field, cut(value), Field.Store.NO);
    }

    /** A text as it becomes a term. */
    static String cut(String term) {
        return SortKeys.cut(term, LONGEST_TERM);
    }

    private static Field text(String field, String value) {
        return new Field(field, SortKeys.cut(value, LONGEST_TEXT), TEXT);
    }
}
