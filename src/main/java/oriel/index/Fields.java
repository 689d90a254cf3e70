package oriel.index;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import oriel.mail.Flag;

/**
 * The fields of an account's Lucene index. A document is a message, or else an entry of the store itself, which lacks
 * {@link #FOLDER}: a query that could meet every document has to ask for {@code FieldExistsQuery(FOLDER)} as well.
 *
 * <p>Documents are sorted by {@link #DATE} and then {@link #UID}, both descending.
 *
 * <p><em>Term</em>: indexed as it is, a {@code StringField}. <em>Text</em>: indexed by {@link MessageAnalyzer}, with
 * positions, without norms, not stored. <em>Value</em>: doc values. <em>Mark</em>: a sparse numeric doc value that is 1 or
 * not there, changed in place, asked by {@code FieldExistsQuery}.
 */
final class Fields {

    /** Changed with every change of a field or of the analysis: an index of another version is thrown away. */
    static final int VERSION = 5;

    /** Term: folder, UIDVALIDITY and UID, see {@link Ids}. */
    static final String ID = "id";

    /** Term and sorted value: {@link oriel.mail.FolderPath#text}. */
    static final String FOLDER = "folder";

    /** Numeric value. */
    static final String UID = "uid";

    /** Numeric value. */
    static final String UID_VALIDITY = "uid-validity";

    /** {@code LongPoint} and numeric value: milliseconds since 1970 UTC. */
    static final String DATE = "date";

    /** {@code LongPoint} and numeric value: bytes. */
    static final String SIZE = "size";

    /** Term {@code "1"}: seems to carry attachments; not there otherwise. */
    static final String ATTACHMENT = "attachment";

    /** Text: the subject. */
    static final String SUBJECT = "subject";

    /** Text: names and addresses of who wrote it. */
    static final String FROM = "from";

    /** Text: names and addresses of all recipients, {@code Cc} included. */
    static final String TO = "to";

    /** Text: names and addresses of the further recipients. */
    static final String CC = "cc";

    /** Text: names of attachments. */
    static final String FILES = "files";

    /** Text: as much of the body as is indexed. */
    static final String BODY = "body";

    /** Terms: whole addresses of who wrote it, in lower case. */
    static final String FROM_ADDRESS = "from.address";

    /** Terms: whole addresses of all recipients, {@code Cc} included, in lower case. */
    static final String TO_ADDRESS = "to.address";

    /** Binary value, changed in place: the tags, see {@link TagQuery}; not there without tags. */
    static final String TAGS = "tags";

    /** Binary value, changed in place: the preview line in UTF-8; not there until it was read. */
    static final String PREVIEW = "preview";

    /** Mark: the body was looked at, and what of it is to be indexed is; 2 if there may be more than that. */
    static final String READ_BODY = "body.read";

    /** Term: the Message-ID, as in {@link oriel.mail.Summary#messageId}; not there if it is empty. */
    static final String MESSAGE_ID = "message-id";

    /** Numeric value: a hash of the Message-ID, or of {@link #ID} if there is none; tells copies of one message. */
    static final String COPY = "copy";

    /** Terms: {@link oriel.mail.Summary#references}. */
    static final String REFERENCES = "references";

    /** Term: {@link BaseSubject}, cut; not there if it is empty. */
    static final String BASE_SUBJECT = "base-subject";

    /** Term: {@link BaseSubject}, cut, of {@link LooseAnswers}; not there for other messages. */
    static final String LOOSE = "loose";

    /** Term: {@link Received#loose} of {@link LooseAnswers}. */
    static final String LOOSE_AT = "loose.at";

    /** Numeric value, changed in place: the conversation that one of the {@link LooseAnswers} is led to. */
    static final String LED_TO = "led.to";

    /**
     * Numeric value, changed in place: the conversation, by what messages say of each other. With others it may be part of a
     * greater one, see {@link Joins}.
     */
    static final String THREAD = "thread";

    /** Term: the conversation at first; what it is now, {@link #THREAD} says. */
    static final String FIRST_THREAD = "thread.first";

    /** Term of an entry of the store, which says that a conversation is part of this one now. */
    static final String MERGED_INTO = "merged.into";

    /** Numeric value of such an entry: the conversation that is part of another. */
    static final String MERGED = "merged";

    /** Sorted value: who wrote it, folded for sorting, cut. */
    static final String SORT_SENDER = "sort.sender";

    /** Sorted value: whom it was sent to. */
    static final String SORT_RECIPIENT = "sort.recipient";

    /** Sorted value: the base subject. */
    static final String SORT_SUBJECT = "sort.subject";

    /** Binary value: the row. */
    static final String ROW = "row";

    /** Stored: what is needed beside the row to index the message again. */
    static final String REST = "rest";

    private static final Map<Flag, String> FLAGS = new EnumMap<>(Flag.class);

    static {
        for (Flag flag : Flag.values()) {
            FLAGS.put(flag, "flag." + flag.name().toLowerCase(Locale.ROOT));
        }
    }

    private Fields() {}

    /** Mark: the message has this flag. */
    static String flag(Flag flag) {
        return FLAGS.get(flag);
    }
}
