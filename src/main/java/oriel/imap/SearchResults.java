package oriel.imap;

import java.util.stream.LongStream;
import org.eclipse.angus.mail.iap.Response;
import org.eclipse.angus.mail.imap.protocol.IMAPResponse;

/** The numbers that SEARCH answers with (RFC 3501 section 7.2.5). */
final class SearchResults {

    private SearchResults() {}

    /** In ascending order, each once. */
    static long[] of(Response[] responses) {
        LongStream.Builder numbers = LongStream.builder();
        for (Response each : responses) {
            if (each instanceof IMAPResponse answer && answer.keyEquals("SEARCH")) {
                for (long number = answer.readLong(); number > 0; number = answer.readLong()) {
                    numbers.add(number);
                }
            }
        }
        return numbers.build().sorted().distinct().toArray();
    }
}
