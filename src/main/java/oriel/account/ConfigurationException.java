package oriel.account;

import java.util.List;

/** The application cannot start as it is configured; says everything that is wrong, not only the first thing. */
public class ConfigurationException extends RuntimeException {

    private final List<String> problems;

    /** @param problems a sentence for each wrong setting: its key, its value unless secret, and what is allowed */
    public ConfigurationException(List<String> problems) {
        // Without a stack trace: the mistake is in a setting, not in the code that read it.
        super(message(problems), null, false, false);
        this.problems = List.copyOf(problems);
    }

    private static String message(List<String> problems) {
        String count = problems.size() == 1 ? "a setting is" : problems.size() + " settings are";
        return "Oriel cannot start, " + count + " wrong: " + String.join(" ", problems);
    }

    /** A sentence for each wrong setting. */
    public List<String> problems() {
        return problems;
    }
}
