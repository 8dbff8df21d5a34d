// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import java.util.Objects;
import org.initium.Slice;

/** Checks that initializers share. */
final class Arguments {
    private Arguments() {}

    static void requireRoom(Slice slice, float[] out, int offset) {
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
    }

    static double requireFinite(String name, double value) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a finite number within a float's range");
        }
        return value;
    }

    static double requireStddev(double stddev) {
        requireFinite("stddev", stddev);
        if (stddev < 0) {
            throw new IllegalArgumentException("stddev is " + stddev + ", expected 0 or more");
        }
        return stddev;
    }
}
