package oriel.compose;

import java.time.ZoneId;
import java.util.Locale;

/** How dates and words are written for the one who writes. */
public record Regional(Locale locale, ZoneId zone) {}
