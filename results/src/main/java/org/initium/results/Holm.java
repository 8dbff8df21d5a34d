// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** S. Holm (1979), "A simple sequentially rejective multiple test procedure", Scandinavian Journal of Statistics 6. */
final class Holm {
    private Holm() {}

    /**
     * Adjusted p-values, in the order given: rejecting those below a level keeps the chance of one false rejection or more in
     * the whole family below that level, whatever the dependence. NaN stands for a test that was not made; it is no member of
     * the family and stays NaN.
     */
    static double[] adjust(double[] p) {
        Integer[] order = IntStream.range(0, p.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, Comparator.comparingDouble(i -> p[i])); // NaN sorts last
        double[] adjusted = new double[p.length];
        long family = Arrays.stream(p).filter(value -> !Double.isNaN(value)).count();
        double floor = 0;
        for (int rank = 0; rank < order.length; rank++) {
            int i = order[rank];
            floor = Double.isNaN(p[i]) ? Double.NaN : Math.max(floor, Math.min(1, (family - rank) * p[i]));
            adjusted[i] = floor;
        }
        return adjusted;
    }
}
