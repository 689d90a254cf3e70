package oriel.servers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures the same thing by Oriel and by bare IMAP, turn by turn in one run, and prints a table in the end. */
final class Timings {

    /** Something that is measured. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private final List<String> lines = new ArrayList<>();
    private final Map<String, Map<String, Double>> medians = new LinkedHashMap<>();
    private String section = "";

    Timings() {
        lines.add(String.format("%-44s %10s %10s %10s %10s %7s", "", "Oriel", "p95", "bare IMAP", "p95", "ratio"));
    }

    void section(String title) {
        lines.add("");
        lines.add(title);
        section = title;
    }

    /** Runs both in turn, after one run of each that does not count. */
    void compare(String what, int times, Work oriel, Work bare) throws Exception {
        measured(oriel);
        measured(bare);
        double[] ours = new double[times];
        double[] theirs = new double[times];
        for (int i = 0; i < times; i++) {
            ours[i] = measured(oriel);
            theirs[i] = measured(bare);
        }
        add(what, ours, theirs);
    }

    /** What was measured otherwise, in milliseconds. */
    void add(String what, double[] ours, double[] theirs) {
        medians.computeIfAbsent(what, key -> new LinkedHashMap<>()).put(section, median(ours));
        double ratio = median(ours) / Math.max(0.001, median(theirs));
        String line = String.format(
                Locale.ROOT,
                "%-44s %8.1fms %8.1fms %8.1fms %8.1fms %7.2f",
                what,
                median(ours),
                p95(ours),
                median(theirs),
                p95(theirs),
                ratio);
        lines.add(line);
        System.out.println(line);
    }

    /** A number that is no time. */
    void note(String what, String value) {
        String line = String.format(Locale.ROOT, "%-44s %s", what, value);
        lines.add(line);
        System.out.println(line);
    }

    static double measured(Work work) throws Exception {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(double... times) {
        double[] sorted = sorted(times);
        return sorted[sorted.length / 2];
    }

    private static double p95(double... times) {
        double[] sorted = sorted(times);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))];
    }

    private static double[] sorted(double... times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted;
    }

    void print() {
        System.out.println();
        lines.forEach(System.out::println);
        System.out.println("\nMedians compared with the first size");
        medians.forEach((what, sizes) -> {
            double first = sizes.values().iterator().next();
            String ratios = sizes.entrySet().stream()
                    .map(size -> String.format(Locale.ROOT, "%20s %6.2f", size.getKey(), size.getValue() / first))
                    .collect(Collectors.joining());
            System.out.printf("%-48s %s%n", what, ratios);
        });
    }
}
