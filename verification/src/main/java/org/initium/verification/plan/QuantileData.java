// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

/**
 * Some order statistics of a sample beside the quantiles of the law that it should follow, with a simultaneous band: all of them
 * lie in it, ends included, with a probability of {@code confidence} at least if the values are independent and follow the law.
 *
 * @param initializer its name
 * @param law the law in words, {@code "N(0, 0.0574), cut at 2 sd"}
 * @param values size of the sample
 * @param confidence probability that a right sample is within the band everywhere
 * @param expected quantiles of the law, at {@code k / (values + 1)} for ranks k that ascend
 * @param measured the values of these ranks
 * @param lower lower ends of the band
 * @param upper upper ends of the band
 */
public record QuantileData(
        String initializer,
        String law,
        long values,
        double confidence,
        double[] expected,
        double[] measured,
        double[] lower,
        double[] upper)
        implements Picture {
    /** Copies the arrays. */
    public QuantileData {
        expected = expected.clone();
        measured = measured.clone();
        lower = lower.clone();
        upper = upper.clone();
    }

    @Override
    public double[] expected() {
        return expected.clone();
    }

    @Override
    public double[] measured() {
        return measured.clone();
    }

    @Override
    public double[] lower() {
        return lower.clone();
    }

    @Override
    public double[] upper() {
        return upper.clone();
    }
}
