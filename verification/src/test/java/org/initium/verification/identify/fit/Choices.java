// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import org.initium.Shape;
import org.initium.Slice;
import org.initium.Tensor;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;

/** Random cases for tests, all from one key. */
public final class Choices {
    private final Key key;
    private int drawn;

    /** Choices of a key. */
    public Choices(Key key) {
        this.key = key;
    }

    /** A number from 0 to {@code end - 1}. */
    public int upTo(int end) {
        float[] u = new float[1];
        next().uniform(0, 1, Slice.all(1), u, 0);
        return (int) (u[0] * (double) end);
    }

    /** A shape of rank 1 to 4 with 4,096 to some 9,000 elements. */
    public Shape shape() {
        while (true) {
            int[] dimensions = new int[1 + upTo(4)];
            long size = 1;
            for (int axis = 0; axis < dimensions.length; axis++) {
                // Spatial sizes first, as in Keras; then channels.
                dimensions[axis] =
                        dimensions.length - axis > 2 ? 1 + upTo(7) : 2 + upTo(dimensions.length == 1 ? 9000 : 400);
                size *= dimensions[axis];
            }
            if (size >= 4096 && size <= 9000) {
                return Shape.of(dimensions);
            }
        }
    }

    /** A sample of a law. */
    public Sample sample(ExpectedLaw.Random law, Shape shape) {
        float[] x = new float[shape.intSize()];
        Slice all = Slice.all(shape);
        if (law instanceof ExpectedLaw.Uniform uniform) {
            next().uniform(uniform.lower(), uniform.upper(), all, x, 0);
        } else if (law instanceof ExpectedLaw.Normal normal) {
            next().normal(normal.mean(), normal.stddev(), all, x, 0);
        } else {
            ExpectedLaw.TruncatedNormal cut = (ExpectedLaw.TruncatedNormal) law;
            next().truncatedNormal(cut.mean(), cut.scale(), all, x, 0);
        }
        return Sample.of(new Tensor(shape, x));
    }

    private Sampler next() {
        return Samplers.of(key.child(drawn++));
    }
}
