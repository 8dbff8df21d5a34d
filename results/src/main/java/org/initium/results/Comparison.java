// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Two runs held against each other, benchmark by benchmark. {@link Comparer} fills it in.
 *
 * @param base name of the older run
 * @param current name of the newer run
 * @param limit change that matters in practice, 0.05 for 5 %
 * @param familyAlpha chance at most that any SLOWER in the table is false, and likewise any FASTER
 * @param refusal why nothing was compared; empty if something was
 * @param rows benchmarks in both runs
 * @param onlyInBase keys of benchmarks the newer run lacks
 * @param onlyInCurrent keys of benchmarks the older run lacks
 */
public record Comparison(
        String base,
        String current,
        double limit,
        double familyAlpha,
        String refusal,
        List<Row> rows,
        List<String> onlyInBase,
        List<String> onlyInCurrent) {

    /** Copies the lists. */
    public Comparison {
        rows = List.copyOf(rows);
        onlyInBase = List.copyOf(onlyInBase);
        onlyInCurrent = List.copyOf(onlyInCurrent);
    }

    /**
     * One benchmark.
     *
     * @param key as {@link JmhBenchmark#key()} gives it
     * @param unit unit of the two scores
     * @param smallerIsBetter whether a ratio below 1 is good news
     * @param base geometric mean of the older run's fork medians; NaN if there is none
     * @param current the same of the newer run
     * @param baseForks forks of the older run
     * @param currentForks forks of the newer run
     * @param ratio current / base; NaN if it cannot be formed
     * @param low lower end of its 95 % interval, of this row alone; NaN if there is none
     * @param high upper end
     * @param pValue Holm's adjusted p-value of "no worse than the limit" or, for a change for the better, of its mirror
     * @param detectable smallest slowdown this many forks with this much spread find in 4 of 5 runs, 0.08 for 8 %
     * @param verdict never NOT_COMPARABLE: that is for whole runs
     * @param note what is missing for a verdict, or why a slowdown is accepted; may be empty
     * @param accepted true if {@code accepted.tsv} allows the slowdown
     */
    public record Row(
            String key,
            String unit,
            boolean smallerIsBetter,
            double base,
            double current,
            int baseForks,
            int currentForks,
            double ratio,
            double low,
            double high,
            double pValue,
            double detectable,
            Verdict verdict,
            String note,
            boolean accepted) {}

    /**
     * The worst of the rows: NOT_COMPARABLE if the runs were refused; else SLOWER if any row is and was not accepted; else
     * INCONCLUSIVE if any row is, or if there are none; else FASTER if any row is; else SAME.
     */
    public Verdict verdict() {
        if (!refusal.isEmpty()) {
            return Verdict.NOT_COMPARABLE;
        } else if (rows.stream().anyMatch(row -> row.verdict() == Verdict.SLOWER && !row.accepted())) {
            return Verdict.SLOWER;
        } else if (rows.isEmpty() || count(Verdict.INCONCLUSIVE) > 0) {
            return Verdict.INCONCLUSIVE;
        }
        return count(Verdict.FASTER) > 0 ? Verdict.FASTER : Verdict.SAME;
    }

    /** Rows with this verdict, accepted ones included. */
    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** What {@link #familyAlpha} and {@link #limit} promise, as a sentence. */
    public String promise() {
        return String.format(
                Locale.ROOT,
                "A change matters from %.0f %%. Holm's correction over %d benchmark%s keeps the chance of any false SLOWER"
                        + " below %.1f %%, and of any false FASTER likewise.",
                100 * limit,
                rows.size(),
                rows.size() == 1 ? "" : "s",
                100 * familyAlpha);
    }

    /** The row of a benchmark, if both runs have it. */
    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The whole as JSON, numbers that are not finite as strings. */
    public String toJson() {
        return Json.write(this);
    }

    /** The whole as an aligned Markdown table with a verdict above it. */
    public String toMarkdown() {
        return ComparisonTable.markdown(this);
    }
}
