// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import java.util.Objects;
import org.initium.Slice;

/** Checks that the four samplers share. */
final class Arguments {
    private Arguments() {}

    /** A seed or counter of a backend that makes a uint32 of it, as such. */
    static int requireWord(Backend backend, String name, long value) {
        if (value != Integer.toUnsignedLong((int) value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a number from 0 to 4294967295; Keras on " + backend
                            + " raises OverflowError: it makes a uint32 of the " + name);
        }
        return (int) value;
    }

    /** A number of calls, which Keras counts from 0. */
    static long requireCounter(long counter) {
        if (counter < 0) {
            throw new IllegalArgumentException("counter is " + counter + ", expected 0 or more");
        }
        return counter;
    }

    /** Bounds of a uniform law as {@link org.initium.random.Sampler#uniform} has them, and room for the slice. */
    static void requireUniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        requireFinite("minval", minval);
        requireFinite("maxval", maxval);
        if (minval > maxval) {
            throw new IllegalArgumentException("minval " + minval + " is above maxval " + maxval);
        }
        if (!Float.isFinite((float) (maxval - minval)) || !Float.isFinite((float) maxval - (float) minval)) {
            throw new IllegalArgumentException("maxval - minval = " + maxval + " - " + minval
                    + " overflows a float, expected at most " + Float.MAX_VALUE);
        }
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
    }

    /** Mean and standard deviation of a normal law, and room for the slice. */
    static void requireNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        requireFinite("mean", mean);
        requireFinite("stddev", stddev);
        if (stddev < 0) {
            throw new IllegalArgumentException("stddev is " + stddev + ", expected 0 or more");
        }
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
    }

    private static void requireFinite(String name, double value) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a finite number within a float's range");
        }
    }
}
