// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two runs held against each other, benchmark by benchmark. {@link Comparer} fills it in.
 *
 * @param base name of the older run
 * @param current name of the newer run
 * @param limit change that matters in practice, 0.05 for 5 %
 * @param familyAlpha nominal chance that any SLOWER in the table is false, and likewise any FASTER; {@link #promise()} says
 *     on what condition
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
     * @param pValue Holm's adjusted p-value of "no worse than the limit" or, for a change for the better, of its mirror; NaN
     *     if the row was not tested
     * @param detectable smallest slowdown this many forks with this much spread find in 4 of 5 runs, 0.08 for 8 %; NaN if the
     *     row was not tested
     * @param verdict CONTROL for code that is not Initium's; never NOT_COMPARABLE, which is for whole runs
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
            boolean accepted) {
        /** Whether this is code that did not change between the runs. */
        public boolean control() {
            return verdict == Verdict.CONTROL;
        }

        /** Logarithm of the factor by which the time per operation grew, whatever the unit counts. */
        private double logSlowdown() {
            return smallerIsBetter ? StrictMath.log(ratio) : -StrictMath.log(ratio);
        }

        private Row withoutVerdict(String why) {
            return control()
                    ? this
                    : new Row(
                            key,
                            unit,
                            smallerIsBetter,
                            base,
                            current,
                            baseForks,
                            currentForks,
                            ratio,
                            low,
                            high,
                            pValue,
                            detectable,
                            Verdict.INCONCLUSIVE,
                            Double.isNaN(pValue) ? note : why,
                            false);
        }
    }

    /**
     * The worst of the rows, controls left out: NOT_COMPARABLE if the runs were refused; else SLOWER if any row is and was not
     * accepted; else INCONCLUSIVE if any row is, or if there are none; else FASTER if any row is; else SAME.
     */
    public Verdict verdict() {
        if (!refusal.isEmpty()) {
            return Verdict.NOT_COMPARABLE;
        } else if (rows.stream().anyMatch(row -> row.verdict() == Verdict.SLOWER && !row.accepted())) {
            return Verdict.SLOWER;
        } else if (count(Verdict.CONTROL) == rows.size() || count(Verdict.INCONCLUSIVE) > 0) {
            return Verdict.INCONCLUSIVE;
        }
        return count(Verdict.FASTER) > 0 ? Verdict.FASTER : Verdict.SAME;
    }

    /** Rows with this verdict, accepted ones included. */
    public long count(Verdict verdict) {
        return rows.stream().filter(row -> row.verdict() == verdict).count();
    }

    /** The size of the family: rows that are Initium's and have an interval. */
    public long tested() {
        return rows.stream().filter(row -> !Double.isNaN(row.pValue())).count();
    }

    /** Controls that have a ratio: at least 2 forks on either side, measured under the same conditions. */
    public long controls() {
        return usableControls().count();
    }

    /**
     * How many times as long the controls took, in the geometric mean: 1.1 if they became 10 % slower, in whatever unit; NaN
     * if there are none.
     */
    public double drift() {
        return StrictMath.exp(
                usableControls().mapToDouble(Row::logSlowdown).average().orElse(Double.NaN));
    }

    /** Whether the controls moved by more than the limit, which their code cannot have caused. */
    public boolean machineChanged() {
        return Math.abs(StrictMath.log(drift())) > StrictMath.log(1 + limit);
    }

    private Stream<Row> usableControls() {
        return rows.stream().filter(row -> row.control() && !Double.isNaN(row.ratio()));
    }

    /** The same figures with nothing judged, because the machine changed. */
    Comparison withoutVerdicts() {
        String why = String.format(
                Locale.ROOT, "the machine changed: code that is the same took %.3f times as long", drift());
        return new Comparison(
                base,
                current,
                limit,
                familyAlpha,
                refusal,
                rows.stream().map(row -> row.withoutVerdict(why)).toList(),
                onlyInBase,
                onlyInCurrent);
    }

    /**
     * What {@link #familyAlpha} and {@link #limit} promise and on which condition, in a few sentences; nothing is promised if
     * no row was tested or if the machine changed.
     */
    public String promise() {
        long family = tested();
        if (family == 0) {
            return rows.stream()
                    .filter(row ->
                            row.verdict() == Verdict.INCONCLUSIVE && !row.note().isEmpty())
                    .findFirst()
                    .map(row -> "No benchmark of Initium could be tested; the first, " + row.key() + ": " + row.note()
                            + ".")
                    .orElse("No benchmark of Initium was tested.");
        }
        String finds = " The column \"finds\" gives the smallest slowdown that 4 of 5 such runs report.";
        if (machineChanged()) {
            return machine() + finds;
        }
        return String.format(
                        Locale.ROOT,
                        "A change matters from %.0f %%. Holm's correction over the %d tested benchmark%s of Initium keeps the"
                                + " chance of any false SLOWER to about %.1f %%, and of any false FASTER likewise: approximately"
                                + " (Welch's t on the logarithms of fork medians), and if nothing but the code changed between the"
                                + " runs. ",
                        100 * limit,
                        family,
                        family == 1 ? "" : "s",
                        100 * familyAlpha)
                + machine()
                + finds;
    }

    private String machine() {
        long controls = controls();
        if (controls == 0) {
            return "There is no control, code that stayed the same, to tell whether the machine changed.";
        }
        return String.format(
                Locale.ROOT,
                "%d control%s, code that stayed the same, took %.3f times as long%s: the machine %s.",
                controls,
                controls == 1 ? "" : "s",
                drift(),
                controls == 1 ? "" : " in the geometric mean",
                machineChanged() ? "changed, and nothing is judged" : "did not change by more than the limit");
    }

    /** The row of a benchmark, if both runs have it. */
    public Optional<Row> row(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /** The whole as JSON, numbers that are not finite as strings. */
    public String toJson() {
        return Json.write(new Judged(verdict(), drift(), this));
    }

    /**
     * The JSON form: what follows from the rows stands before them.
     *
     * @param verdict of the whole
     * @param drift geometric mean of the controls' ratios, NaN without controls
     * @param comparison everything else
     */
    private record Judged(
            Verdict verdict, double drift, @JsonUnwrapped Comparison comparison) {}

    /** The whole as an aligned Markdown table with a verdict above it. */
    public String toMarkdown() {
        return ComparisonTable.markdown(this);
    }
}
