package oriel.account;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class IndexedTextsTest {

    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");

    @Test
    void readsWhatTheSettingMaySay() {
        assertThat(IndexedTexts.parse("off")).contains(IndexedTexts.NONE);
        assertThat(IndexedTexts.parse("all")).contains(IndexedTexts.ALL);
        assertThat(IndexedTexts.parse("12")).contains(new IndexedTexts(12));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1201", "12 months", "on", "99999999999"})
    void refusesEverythingElse(String text) {
        assertThat(IndexedTexts.parse(text)).isEmpty();
    }

    @Test
    void countsMonthsOfTheCalendar() {
        assertThat(new IndexedTexts(1).since(NOW)).isEqualTo("2026-02-28T12:00:00Z");
        assertThat(new IndexedTexts(1_200).since(NOW)).isEqualTo("1926-03-31T12:00:00Z");
        assertThat(IndexedTexts.ALL.since(NOW)).isBefore("1902-01-01T00:00:00Z");
    }
}
