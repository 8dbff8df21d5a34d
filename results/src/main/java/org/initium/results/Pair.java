// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.Arrays;

/** One benchmark of both runs; {@link #ratio} is null where {@link #obstacle} says why there is none. */
final class Pair {
    /** Contenders whose names start so are Initium's own code; all else has not changed between two runs. */
    private static final String OWN = "initium";

    final JmhBenchmark after;
    final double[] base;
    final double[] current;
    final ForkRatio ratio;
    final String obstacle;

    Pair(JmhBenchmark before, JmhBenchmark after) {
        this.after = after;
        this.base = before.forkMedians();
        this.current = after.forkMedians();
        this.obstacle = obstacle(before);
        this.ratio = obstacle.isEmpty() ? ForkRatio.of(base, current) : null;
    }

    private String obstacle(JmhBenchmark before) {
        String differences = after.conditions().differences(before.conditions());
        if (!before.unit().equals(after.unit())) {
            return "unit was " + before.unit().text() + ", is " + after.unit().text();
        } else if (!differences.isEmpty()) {
            return differences;
        } else if (base.length < 2 || current.length < 2) {
            return "needs at least 2 forks a side, has " + base.length + " and " + current.length;
        } else if (!positive(base) || !positive(current)) {
            return "a fork has no positive, finite median";
        }
        return "";
    }

    /** Whether this is a peer or a roofline kernel: code that stays as it is. */
    boolean control() {
        return !after.contender().startsWith(OWN);
    }

    /** Whether this belongs to the family of tests. */
    boolean tested() {
        return ratio != null && !control();
    }

    /** P-value of "slower by the limit at most"; NaN if this is not tested. */
    double pSlower(double margin) {
        return !tested() ? Double.NaN : after.unit().smallerIsBetter() ? ratio.pAbove(margin) : ratio.pBelow(-margin);
    }

    /** P-value of "faster by the limit at most"; NaN if this is not tested. */
    double pFaster(double margin) {
        return !tested() ? Double.NaN : after.unit().smallerIsBetter() ? ratio.pBelow(-margin) : ratio.pAbove(margin);
    }

    private static boolean positive(double[] values) {
        return Arrays.stream(values).allMatch(value -> value > 0 && Double.isFinite(value));
    }
}
