// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.initium.results.Ceiling;
import org.initium.results.Derived;
import org.initium.results.JmhBenchmark;
import org.initium.results.JmhRun;
import org.initium.results.Speedup;

/** What a run says about a goal. */
final class Outcome {
    private final Goal goal;
    private final List<JmhBenchmark> own;
    private final List<JmhBenchmark> peers;
    private final Ceiling ceiling;

    private Outcome(Goal goal, List<JmhBenchmark> own, List<JmhBenchmark> peers, Ceiling ceiling) {
        this.goal = goal;
        this.own = own;
        this.peers = peers;
        this.ceiling = ceiling;
    }

    /** Holds a run against a goal; empty if a row is missing. */
    static Optional<Outcome> of(Goal goal, JmhRun run) {
        Optional<List<JmhBenchmark>> own = goal.cases().in(run);
        Optional<List<JmhBenchmark>> peers =
                goal.relative() ? goal.cases().of(goal.peer()).in(run) : Optional.of(List.of());
        return own.isEmpty() || peers.isEmpty()
                ? Optional.empty()
                : Optional.of(new Outcome(goal, own.get(), peers.get(), new Ceiling(run)));
    }

    /** Whether the figures are what the goal asks for; the interval of a ratio is shown beside it and not counted. */
    boolean met() {
        if (!goal.relative()) {
            return own.stream().allMatch(this::within);
        }
        boolean mean = Double.isNaN(goal.mean()) || Speedup.of(own, peers).ratio() >= goal.mean();
        return mean && (Double.isNaN(goal.each()) || ratio(worst()).ratio() >= goal.each());
    }

    private boolean within(JmhBenchmark row) {
        return quantity(row)
                .map(q -> q.smallerIsBetter() ? q.value() <= goal.each() : q.value() >= goal.each())
                .orElse(false);
    }

    /** The figures from the lowest to the highest. */
    String figure() {
        String unit = quantity(own.get(0)).map(Derived.Quantity::unit).orElse("");
        return Format.range(
                        own, row -> quantity(row).map(Derived.Quantity::value).orElse(Double.NaN)) + " " + unit;
    }

    /** The geometric mean of the ratios with its interval, and the worst one; a dash for an absolute goal. */
    String ratio() {
        if (!goal.relative()) {
            return Format.NONE;
        } else if (own.size() == 1) {
            return Format.speedup(ratio(0));
        }
        int worst = worst();
        return Format.speedup(Speedup.of(own, peers)) + "; least "
                + Format.number(ratio(worst).ratio()) + " at " + own.get(worst).setting();
    }

    /** The shares of the ceiling from the lowest to the highest; a dash if there is none. */
    String share() {
        ToDoubleFunction<JmhBenchmark> share = ceiling::share;
        return own.stream().mapToDouble(share).anyMatch(Double::isNaN)
                ? Format.NONE
                : Format.range(own, row -> 100 * share.applyAsDouble(row)) + " %";
    }

    /** Slowest over fastest fork, of the row where it is worst. */
    String spread() {
        return Format.spread(own.stream().mapToDouble(Outcome::spread).max().orElse(Double.NaN));
    }

    /** Slowest over fastest fork. */
    static double spread(JmhBenchmark row) {
        double[] medians = row.forkMedians();
        return Arrays.stream(medians).max().orElse(Double.NaN)
                / Arrays.stream(medians).min().orElse(Double.NaN);
    }

    private int worst() {
        int worst = 0;
        for (int i = 1; i < own.size(); i++) {
            worst = ratio(i).ratio() < ratio(worst).ratio() ? i : worst;
        }
        return worst;
    }

    private Speedup ratio(int i) {
        return Speedup.of(List.of(own.get(i)), List.of(peers.get(i)));
    }

    private Optional<Derived.Quantity> quantity(JmhBenchmark row) {
        return Derived.of(row).stream()
                .filter(q -> goal.unit().isEmpty() || q.unit().equals(goal.unit()))
                .findFirst();
    }
}
