// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.ArrayList;
import java.util.List;

/**
 * How many times as fast one contender is as another in the same run.
 *
 * @param ratio time of the other over time of the one: above 1 the one is faster
 * @param low lower end of the 95 % interval; NaN with fewer than two forks a side
 * @param high upper end
 */
public record Speedup(double ratio, double low, double high) {
    /** Level of each side of the interval. */
    private static final double TAIL = 0.025;

    /**
     * The geometric mean of the ratios of some pairs, {@code own.get(i)} over {@code peers.get(i)}; of one pair its ratio.
     *
     * @throws IllegalArgumentException if the lists are empty or of different length, or a row's unit has no time in it
     */
    public static Speedup of(List<JmhBenchmark> own, List<JmhBenchmark> peers) {
        if (own.isEmpty() || own.size() != peers.size()) {
            throw new IllegalArgumentException(
                    own.size() + " rows and " + peers.size() + " of peers: expected as many of both, at least one");
        }
        List<ForkRatio> ratios = new ArrayList<>();
        double log = 0;
        for (int i = 0; i < own.size(); i++) {
            double[] mine = seconds(own.get(i));
            double[] other = seconds(peers.get(i));
            log += (ForkRatio.meanLog(other) - ForkRatio.meanLog(mine)) / own.size();
            if (mine.length >= 2 && other.length >= 2) {
                ratios.add(ForkRatio.of(mine, other));
            }
        }
        double half =
                ratios.size() < own.size() ? Double.NaN : ForkRatio.mean(ratios).halfWidth(TAIL);
        return new Speedup(StrictMath.exp(log), StrictMath.exp(log - half), StrictMath.exp(log + half));
    }

    private static double[] seconds(JmhBenchmark row) {
        double[] medians = row.forkMedians();
        for (int i = 0; i < medians.length; i++) {
            medians[i] = row.unit().secondsPerOperation(medians[i]);
            if (!(medians[i] > 0)) {
                throw new IllegalArgumentException(row.key() + " has a fork without a time: expected a positive one");
            }
        }
        return medians;
    }
}
