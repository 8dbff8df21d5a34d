// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

/**
 * First and second moment of a sample about a mean that is known, not estimated.
 *
 * @param n number of values
 * @param deviation average of {@code x - mean}
 * @param variance average of {@code (x - mean)^2}
 */
public record Moments(int n, double deviation, double variance) {
    /**
     * Moments about {@code mean}, summed in order in double precision: the relative error of a sum of n = 10^7 terms of
     * one sign is below {@code n 2^-53 = 1.2e-9}, a millionth of the threshold that such a sample meets.
     *
     * @throws IllegalArgumentException if the sample is empty
     */
    public static Moments about(double mean, float[] sample) {
        if (sample.length == 0) {
            throw new IllegalArgumentException("sample is empty, expected at least one value");
        }
        double first = 0;
        double second = 0;
        for (float x : sample) {
            double d = x - mean;
            first += d;
            second += d * d;
        }
        return new Moments(sample.length, first / sample.length, second / sample.length);
    }
}
