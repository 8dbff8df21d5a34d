// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

/** Weights of the samples of a frame, by which its ends are faded out before a Fourier transform. */
@FunctionalInterface
public interface Window {
    /**
     * The weights, before they are rounded to floats.
     *
     * @param length samples in a frame, 1 or more
     * @param periodic whether the window goes on with the next frame's first sample, so that it is the front of a symmetric
     *     one of {@code length + 1}
     * @return {@code length} weights, an array of the caller's
     * @throws IllegalArgumentException if there is no such window of this length
     */
    double[] values(int length, boolean periodic);

    /**
     * A window with these weights, whether it is to be periodic or not.
     *
     * @param values finite numbers, copied
     * @throws IllegalArgumentException if one is not finite
     */
    static Window of(double... values) {
        double[] copy = values.clone();
        for (int i = 0; i < copy.length; i++) {
            if (!Float.isFinite((float) copy[i])) {
                throw new IllegalArgumentException(
                        "window[" + i + "] is " + copy[i] + ", expected a finite number within a float's range");
            }
        }
        return (length, periodic) -> {
            if (length != copy.length) {
                throw new IllegalArgumentException(
                        "window has " + copy.length + " values, expected the frame's " + length);
            }
            return copy.clone();
        };
    }
}
