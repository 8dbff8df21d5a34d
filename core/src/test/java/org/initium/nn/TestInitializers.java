// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.random.Sampler;

/** The two initializers that these tests need; the package does not depend on the real ones. */
final class TestInitializers {
    private TestInitializers() {}

    static Initializer constant(double value) {
        return new Initializer() {
            @Override
            public Law law(Shape shape) {
                return new Law.Constant(value);
            }

            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                Arrays.fill(out, offset, offset + slice.count(), (float) value);
            }
        };
    }

    /** Uniform on [-limit, limit). */
    static Initializer uniform(double limit) {
        return new Initializer() {
            @Override
            public Law law(Shape shape) {
                return new Law.Uniform(-limit, limit);
            }

            @Override
            public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
                sampler.uniform(-limit, limit, slice, out, offset);
            }
        };
    }
}
