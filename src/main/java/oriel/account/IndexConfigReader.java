package oriel.account;

import java.nio.file.Path;
import java.time.Duration;

/** Reads the settings {@code oriel.index.*}. */
final class IndexConfigReader {

    private static final long MEGABYTE = 1L << 20;
    private static final int MOST_OPEN = 3_000;
    private static final String TEXT = "oriel.index.text";

    private final ConfigValues values;

    IndexConfigReader(ConfigValues values) {
        this.values = values;
    }

    IndexConfig read() {
        return new IndexConfig(
                values.yes("oriel.index.enabled"),
                folder(),
                values.size("oriel.index.size", 10 * MEGABYTE, MEGABYTE * MEGABYTE),
                values.duration("oriel.index.idle", Duration.ofSeconds(1), Duration.ofDays(1)),
                values.number("oriel.index.open", 1, MOST_OPEN),
                values.size("oriel.index.views", MEGABYTE, 10_000 * MEGABYTE),
                texts());
    }

    private IndexedTexts texts() {
        String text = values.text(TEXT).orElse("off");
        return IndexedTexts.parse(text).orElseGet(() -> {
            values.wrong(TEXT, text, "off, all or a number of months from 1 to 1200");
            return IndexedTexts.NONE;
        });
    }

    private Path folder() {
        // A name of one's own: on a machine of several people each may run Oriel.
        Path temporary =
                Path.of(System.getProperty("java.io.tmpdir"), "oriel-index-" + System.getProperty("user.name"));
        return values.folder("oriel.index.directory", temporary);
    }
}
