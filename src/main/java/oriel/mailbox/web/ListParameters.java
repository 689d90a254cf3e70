package oriel.mailbox.web;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import oriel.index.QuickFilter;
import oriel.index.Sort;
import oriel.mailbox.ListRequest;

/** Which list a request is for; what is not named is as a folder is shown at first. */
final class ListParameters {

    private static final int LONGEST_SEARCH = 1_000;

    private ListParameters() {}

    /** @throws IllegalArgumentException if a parameter is no such thing */
    static ListRequest of(Parameters parameters) {
        Sort sort = parameters.has("sort") ? Sort.valueOf(upper(parameters.text("sort"))) : Sort.DATE;
        return new ListRequest(
                parameters.folder(),
                search(parameters),
                parameters.has("scope")
                        ? ListRequest.Scope.valueOf(upper(parameters.text("scope")))
                        : ListRequest.Scope.FOLDER,
                filters(parameters),
                sort,
                isAscending(parameters, sort),
                parameters.on("conversations"),
                zone(parameters));
    }

    /** The browser's; the server's if it names none that is known here. */
    private static ZoneId zone(Parameters parameters) {
        try {
            return parameters.has("zone") ? ZoneId.of(parameters.text("zone")) : ZoneId.systemDefault();
        } catch (DateTimeException e) {
            return ZoneId.systemDefault();
        }
    }

    private static String search(Parameters parameters) {
        String search = parameters.has("search") ? parameters.text("search") : "";
        return search.substring(0, Math.min(search.length(), LONGEST_SEARCH));
    }

    private static Set<QuickFilter> filters(Parameters parameters) {
        return parameters.has("filter")
                ? Arrays.stream(parameters.text("filter").split(","))
                        .map(ListParameters::filter)
                        .collect(Collectors.toSet())
                : Set.of();
    }

    private static QuickFilter filter(String name) {
        return name.equals("tome") ? QuickFilter.TO_ME : QuickFilter.valueOf(upper(name));
    }

    private static boolean isAscending(Parameters parameters, Sort sort) {
        if (parameters.has("order")) {
            return parameters.text("order").equals("asc");
        }
        return sort == Sort.SENDER || sort == Sort.RECIPIENT || sort == Sort.SUBJECT;
    }

    private static String upper(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
