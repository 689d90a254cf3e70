package oriel.imap;

import jakarta.mail.MessagingException;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.angus.mail.iap.Argument;
import oriel.mail.MailException;
import oriel.mail.MessageRef;
import oriel.mail.SearchQuery;
import oriel.mail.SearchQuery.Before;
import oriel.mail.SearchQuery.Criterion;
import oriel.mail.SearchQuery.Field;
import oriel.mail.SearchQuery.Marked;
import oriel.mail.SearchQuery.Since;
import oriel.mail.SearchQuery.Tagged;
import oriel.mail.SearchQuery.Text;
import oriel.mail.SearchQuery.Uids;

/**
 * UID SEARCH (RFC 3501 section 6.4.4). Not through Jakarta Mail's search: to any NO, be it because of throttling, it
 * answers by fetching the whole folder. CHARSET is only named where it is needed, because some servers know none.
 */
final class SearchFolder {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d-MMM-uuuu", Locale.ENGLISH);

    /** @throws MailException.CannotSearch if the server does not know the alphabet of the text */
    List<MessageRef> search(OpenFolder folder, SearchQuery query) throws MessagingException {
        folder.refresh();
        boolean visibleOnly = DeletedMessages.areHidden(folder.connection());
        try {
            long[] uids = folder.command(protocol -> SearchResults.of(
                    Protocol.send(protocol, "UID SEARCH", keys(query, visibleOnly, (CarefulProtocol) protocol))));
            long validity = folder.uidValidity();
            return IntStream.range(0, uids.length)
                    .mapToObj(i -> new MessageRef(folder.path(), validity, uids[uids.length - 1 - i]))
                    .toList();
        } catch (MessagingException e) {
            if (!isAscii(query) && ImapFailures.isUnknownCharset(e)) {
                throw new MailException.CannotSearch(null);
            }
            throw e;
        }
    }

    private static Argument keys(SearchQuery query, boolean visibleOnly, CarefulProtocol protocol) {
        Argument keys = new Argument();
        if (!isAscii(query) && !protocol.supportsUtf8()) {
            keys.writeAtom("CHARSET UTF-8");
        }
        if (visibleOnly || query.criteria().isEmpty()) {
            keys.writeAtom(visibleOnly ? "UNDELETED" : "ALL");
        }
        query.criteria().forEach(each -> write(each, keys, protocol));
        return keys;
    }

    private static void write(Criterion criterion, Argument keys, CarefulProtocol protocol) {
        switch (criterion) {
            case Text text -> {
                keys.writeAtom(
                        text.field() == Field.ANYWHERE ? "TEXT" : text.field().name());
                protocol.writeText(keys, text.text().getBytes(StandardCharsets.UTF_8));
            }
            case Uids uids ->
                keys.writeAtom("UID "
                        + uids.ranges().stream()
                                .map(each -> each.first() == each.last()
                                        ? String.valueOf(each.first())
                                        : each.first() + ":" + each.last())
                                .collect(Collectors.joining(",")));
            case Since since -> keys.writeAtom("SINCE " + date(since.day()));
            case Before before -> keys.writeAtom("BEFORE " + date(before.day()));
            case Tagged tagged ->
                keys.writeAtom(
                        (tagged.set() ? "" : "UN") + "KEYWORD " + tagged.tag().keyword());
            case Marked marked -> keys.writeAtom(ServerFlags.searchKey(marked.flag(), marked.set()));
        }
    }

    private static String date(LocalDate day) {
        return DATE.format(day);
    }

    private static boolean isAscii(SearchQuery query) {
        CharsetEncoder ascii = StandardCharsets.US_ASCII.newEncoder();
        return query.criteria().stream().allMatch(each -> !(each instanceof Text text) || ascii.canEncode(text.text()));
    }
}
