package oriel.index;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Days that somebody means: one, a month or a year.
 *
 * @param afterLast the day after the last one
 */
record SearchDays(LocalDate first, LocalDate afterLast) {

    private static final Pattern YEAR = Pattern.compile("(\\d{4})");
    private static final Pattern MONTH = Pattern.compile("(\\d{4})[-/.](\\d{1,2})");
    private static final Pattern DAY = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern EUROPEAN = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
    private static final Pattern BEGUN =
            Pattern.compile("\\d{1,4}|\\d{4}[-/.](\\d{1,2}[-/.])?|\\d{1,2}\\.(\\d{1,2}(\\.\\d{0,3})?)?");
    private static final List<String> NAMES = List.of("today", "yesterday", "tomorrow");
    private static final Pattern AGO = Pattern.compile("(\\d{1,4})([dwmy])");

    static Optional<SearchDays> of(String typed, LocalDate today) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        try {
            return Optional.ofNullable(
                            switch (text) {
                                case "today" -> today;
                                case "yesterday" -> today.minusDays(1);
                                case "tomorrow" -> today.plusDays(1);
                                default -> null;
                            })
                    .map(SearchDays::one)
                    .or(() -> ago(AGO.matcher(text), today))
                    .or(() -> written(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Whether it may become a day with what is typed next. */
    static boolean isBegun(String typed) {
        String text = typed.strip().toLowerCase(Locale.ROOT);
        return BEGUN.matcher(text).matches() || NAMES.stream().anyMatch(each -> each.startsWith(text));
    }

    private static SearchDays one(LocalDate day) {
        return new SearchDays(day, day.plusDays(1));
    }

    private static Optional<SearchDays> ago(Matcher ago, LocalDate today) {
        if (!ago.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(ago.group(1));
        return Optional.of(one(
                switch (ago.group(2)) {
                    case "d" -> today.minusDays(count);
                    case "w" -> today.minusWeeks(count);
                    case "m" -> today.minusMonths(count);
                    default -> today.minusYears(count);
                }));
    }

    private static Optional<SearchDays> written(String text) {
        Matcher day = DAY.matcher(text);
        if (day.matches()) {
            return Optional.of(one(LocalDate.of(number(day, 1), number(day, 2), number(day, 3))));
        }
        Matcher european = EUROPEAN.matcher(text);
        if (european.matches()) {
            return Optional.of(one(LocalDate.of(number(european, 3), number(european, 2), number(european, 1))));
        }
        Matcher month = MONTH.matcher(text);
        if (month.matches()) {
            YearMonth which = YearMonth.of(number(month, 1), number(month, 2));
            return Optional.of(
                    new SearchDays(which.atDay(1), which.plusMonths(1).atDay(1)));
        }
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            LocalDate first = LocalDate.of(number(year, 1), 1, 1);
            return Optional.of(new SearchDays(first, first.plusYears(1)));
        }
        return Optional.empty();
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }
}
