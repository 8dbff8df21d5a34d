// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.function.Function;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.VarianceScaling;
import org.initium.init.VarianceScaling.Distribution;
import org.initium.init.VarianceScaling.Mode;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** Nets for the tests, with widths of which no two neighbours are equal. */
final class TestNets {
    static final int[] WIDTHS = {48, 32, 64, 32};

    private TestNets() {}

    static float[] input(int key, int n) {
        float[] x = new float[n];
        Samplers.of(Key.of(key)).normal(0, 1, Slice.all(n), x, 0);
        return x;
    }

    static WeightSource weights(Initializer initializer, int seed) {
        return WeightSource.of(initializer, Samplers::of, Key.of(seed));
    }

    /** Normal weights of variance {@code scale / fanIn}. */
    static Initializer normal(double scale) {
        return new VarianceScaling(scale, Mode.FAN_IN, Distribution.UNTRUNCATED_NORMAL);
    }

    static Function<Shape, ExpectedLaw.Random> normalLaw(double scale) {
        return shape -> new ExpectedLaw.Normal(0, Math.sqrt(scale / shape.dim(0)));
    }

    /** The law of a named initializer. */
    static Function<Shape, ExpectedLaw.Random> law(String name) {
        return shape -> (ExpectedLaw.Random) Recipes.of(name, shape);
    }

    static Nets nets(WeightSource weights, Function<Shape, ExpectedLaw.Random> laws, int count) {
        return new Nets(weights, laws, WIDTHS, count, input(1000, WIDTHS[0]));
    }

    /** Weights that are too large by a factor. */
    static WeightSource scaled(WeightSource weights, double factor) {
        return (net, layer, shape) -> {
            float[] w = weights.draw(net, layer, shape);
            for (int i = 0; i < w.length; i++) {
                w[i] = (float) (w[i] * factor);
            }
            return w;
        };
    }

    /** Weights of which each odd unit has those of the one before it. */
    static WeightSource pairedUnits(WeightSource weights) {
        return (net, layer, shape) -> {
            float[] w = weights.draw(net, layer, shape);
            for (int i = 1; i < w.length; i++) {
                if (i % shape.dim(1) % 2 == 1) {
                    w[i] = w[i - 1];
                }
            }
            return w;
        };
    }
}
