package oriel.account;

import java.util.List;

/** The application cannot start as it is configured; says everything that is wrong, not only the first thing. */
public class ConfigurationException extends RuntimeException {

    private final List<String> problems;

    /** @param problems a sentence for each wrong setting: its key, its value unless secret, and what is allowed */
    public ConfigurationException(List<String> problems) {
        super("Oriel cannot start, " + (problems.size() == 1 ? "a setting is" : problems.size() + " settings are")
                + " wrong: " + String.join(" ", problems));
        this.problems = List.copyOf(problems);
    }

    /** A sentence for each wrong setting. */
    public List<String> problems() {
        return problems;
    }
}
