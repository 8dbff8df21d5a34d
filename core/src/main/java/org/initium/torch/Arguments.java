// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import java.util.Objects;

/** Checks that the package's facades share. */
final class Arguments {
    private Arguments() {}

    /** Bounds as {@code Tensor.uniform_} takes them. */
    static void requireUniform(double from, double to) {
        requireFinite("from", from);
        requireFinite("to", to);
        if (from > to) {
            throw new IllegalArgumentException("from " + from + " is above to " + to);
        }
        if (!Float.isFinite((float) to - (float) from)) {
            throw new IllegalArgumentException(
                    "to - from = " + to + " - " + from + " overflows a float, expected at most " + Float.MAX_VALUE);
        }
    }

    /** Mean and standard deviation as {@code Tensor.normal_} takes them. */
    static void requireNormal(double mean, double stddev) {
        requireFinite("mean", mean);
        requireFinite("stddev", stddev);
        if (stddev < 0) {
            throw new IllegalArgumentException("stddev is " + stddev + ", expected 0 or more");
        }
    }

    static void requireFinite(String name, double value) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a finite number within a float's range");
        }
    }

    static void requireRoom(int count, float[] out, int offset) {
        Objects.checkFromIndexSize(offset, count, out.length);
    }
}
