// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.Arrays;
import java.util.Random;
import org.initium.Shape;

/** Weights that another library could have made. */
final class OtherWeights {
    private OtherWeights() {}

    static double limit(Shape shape) {
        return Math.sqrt(6.0 / (shape.dim(0) + shape.dim(1)));
    }

    static float[] filled(Shape shape, float value) {
        float[] w = new float[shape.intSize()];
        Arrays.fill(w, value);
        return w;
    }

    static float[] normal(Shape shape, long seed, double stddev) {
        Random random = new Random(seed);
        float[] w = new float[shape.intSize()];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (stddev * random.nextGaussian());
        }
        return w;
    }

    static float[] uniform(Shape shape, long seed, double lower, double upper) {
        Random random = new Random(seed);
        float[] w = new float[shape.intSize()];
        for (int i = 0; i < w.length; i++) {
            w[i] = (float) (lower + (upper - lower) * random.nextDouble());
        }
        return w;
    }
}
