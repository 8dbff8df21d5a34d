// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Judges two runs.
 *
 * <p>Per benchmark of Initium: SAME if the 95 % interval of the ratio lies within the limit (both one-sided tests of
 * equivalence at 2.5 %); SLOWER or FASTER if it lies wholly beyond, and Holm's correction over all that are tested agrees;
 * else INCONCLUSIVE, with what is missing. The limit counts in logarithms, so that 5 % slower and 1/1.05 mirror each other.
 *
 * <p>Peers and roofline kernels are controls, for their code is the same in both runs. They belong to no family and fail
 * nothing; where they moved by more than the limit together, the machine changed, and every verdict is withdrawn: then SAME
 * proves no more than SLOWER does. They are a gate, not a correction, since the noise of the controls would enter each ratio.
 */
public final class Comparer {
    /** Change that matters in practice. */
    public static final double DEFAULT_LIMIT = 0.05;
    /** Level of each one-sided test; two of them leave the 95 % interval. */
    private static final double TAIL = 0.025;
    /** Power at which the detectable change is stated. */
    private static final double POWER = 0.8;

    private static final int MOST_FORKS = 100;

    private final double limit;
    private final Accepted accepted;

    /**
     * A judge with its own limit.
     *
     * @param limit change that matters, in (0, 1)
     * @param accepted slowdowns that were meant
     * @throws IllegalArgumentException if the limit is not in (0, 1)
     */
    public Comparer(double limit, Accepted accepted) {
        if (!(limit > 0 && limit < 1)) {
            throw new IllegalArgumentException("limit " + limit + ": expected a share in (0, 1), such as 0.05");
        }
        this.limit = limit;
        this.accepted = accepted;
    }

    /** Compares what both runs have; refuses runs of different machines, runtimes or benchmark sources. */
    public Comparison compare(Run base, Run current) {
        String refusal = refusal(base.environment(), current.environment());
        List<Pair> pairs = new ArrayList<>();
        List<String> onlyInCurrent = new ArrayList<>();
        Map<String, JmhBenchmark> before = new LinkedHashMap<>();
        base.bench().benchmarks().forEach(b -> before.put(b.key(), b));
        for (JmhBenchmark after : current.bench().benchmarks()) {
            JmhBenchmark old = before.remove(after.key());
            if (old == null) {
                onlyInCurrent.add(after.key());
            } else if (refusal.isEmpty()) {
                pairs.add(new Pair(old, after));
            }
        }
        Comparison comparison = new Comparison(
                base.name(),
                current.name(),
                limit,
                TAIL,
                refusal,
                rows(pairs, base.environment().utc()),
                List.copyOf(before.keySet()),
                onlyInCurrent);
        return comparison.machineChanged() ? comparison.withoutVerdicts() : comparison;
    }

    private static String refusal(Environment base, Environment current) {
        List<String> differences = new ArrayList<>(Fingerprint.differences(base, current));
        String before = base.source().benchmarkHash();
        String after = current.source().benchmarkHash();
        if (!before.equals(after)) {
            differences.add("benchmark sources were " + before + ", are " + after);
        } else if (after.equals(Environment.UNKNOWN)) {
            differences.add("benchmark sources are unknown");
        }
        return String.join("; ", differences);
    }

    private List<Comparison.Row> rows(List<Pair> pairs, String baseUtc) {
        double margin = StrictMath.log(1 + limit);
        double[] slower = Holm.adjust(
                pairs.stream().mapToDouble(pair -> pair.pSlower(margin)).toArray());
        double[] faster = Holm.adjust(
                pairs.stream().mapToDouble(pair -> pair.pFaster(margin)).toArray());
        int family = (int) pairs.stream().filter(Pair::tested).count();
        List<Comparison.Row> rows = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            rows.add(row(pairs.get(i), slower[i], faster[i], family, baseUtc));
        }
        return rows;
    }

    private Comparison.Row row(Pair pair, double pSlower, double pFaster, int family, String baseUtc) {
        double margin = StrictMath.log(1 + limit);
        String key = pair.after.key();
        Verdict verdict = pair.control() ? Verdict.CONTROL : Verdict.INCONCLUSIVE;
        String note = pair.obstacle;
        double half = Double.NaN;
        double log = Double.NaN;
        double detectable = Double.NaN;
        if (pair.ratio != null) {
            log = pair.ratio.log();
            half = pair.ratio.halfWidth(TAIL);
        }
        if (pair.tested()) {
            detectable = StrictMath.expm1(pair.ratio.detectable(margin, TAIL / family, POWER));
            if (pSlower < TAIL) {
                verdict = Verdict.SLOWER;
            } else if (pFaster < TAIL) {
                verdict = Verdict.FASTER;
            } else if (Math.abs(log) + half < margin) {
                verdict = Verdict.SAME;
            } else if (Math.abs(log) - half > margin) {
                note = "beyond the limit alone, not among " + family + " benchmarks: measure it again";
            } else {
                note = advice(pair, half, margin);
            }
        }
        Optional<String> reason = verdict == Verdict.SLOWER ? accepted.reason(key, baseUtc) : Optional.empty();
        return new Comparison.Row(
                key,
                pair.after.unit().text(),
                pair.after.unit().smallerIsBetter(),
                StrictMath.exp(ForkRatio.meanLog(pair.base)),
                StrictMath.exp(ForkRatio.meanLog(pair.current)),
                pair.base.length,
                pair.current.length,
                StrictMath.exp(log),
                StrictMath.exp(log - half),
                StrictMath.exp(log + half),
                Math.min(pSlower, pFaster),
                detectable,
                verdict,
                reason.map(text -> "accepted: " + text).orElse(note),
                reason.isPresent());
    }

    private static String advice(Pair pair, double half, double margin) {
        int forks = Math.min(pair.base.length, pair.current.length);
        int needed = pair.ratio.forksFor(margin / 2, TAIL, forks, MOST_FORKS);
        if (needed <= forks) {
            return "the change is about the limit: no number of forks decides it soon";
        }
        String width = String.format(Locale.ROOT, "interval is ± %.1f %%", 100 * StrictMath.expm1(half));
        return needed > MOST_FORKS
                ? width + ": the machine is too noisy"
                : width + ": about " + needed + " forks a side would give half the limit";
    }
}
