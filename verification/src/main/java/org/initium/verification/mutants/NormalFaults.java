// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import org.apache.commons.math3.distribution.NormalDistribution;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.initium.random.Sampler;

/** Ways to make normal elements that once were shipped, or could have been. */
final class NormalFaults {
    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /**
     * Rightmost edge and area of 128 layers: G. Marsaglia, W. W. Tsang (2000), "The Ziggurat Method for Generating Random
     * Variables", Journal of Statistical Software 5(8).
     */
    private static final double EDGE = 3.442619855899;

    private static final double AREA = 9.91256303526217e-3;
    private static final double[] EDGES = edges();

    private NormalFaults() {}

    /** The sum of twelve uniforms less 6: the right mean and variance, kurtosis 2.9, nothing beyond 6. */
    static double sumOfTwelve(int[] words, int at) {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit(words[at + i]);
        }
        return sum;
    }

    /** Box and Muller's method with a radius from 8 bits, as bfloat16 has them: the largest is {@code sqrt(2 ln 256) = 3.33}. */
    static double coarseRadius(int[] words, int at) {
        double u = ((words[at] >>> 24) + 1) * 0x1p-8;
        return Math.sqrt(-2 * StrictMath.log(u)) * StrictMath.cos(2 * Math.PI * unit(words[at + 1]));
    }

    /** The first of four normals that lies within -2 and 2; if none does, the first one as it is. */
    static double fourTries(int[] words, int at) {
        for (int k = 0; k < 4; k++) {
            double z = boxMuller(words, at + 2 * k);
            if (Math.abs(z) <= 2) {
                return z;
            }
        }
        return boxMuller(words, at);
    }

    /** A ziggurat that accepts all of its layers' wedges. */
    static double wedgesAccepted(int[] words, int at) {
        int layer = words[at] & 127;
        double x = unit(words[at]) * EDGES[layer];
        if (layer == 0 && x > EDGE) {
            x = tail(words[at + 1]);
        }
        return (words[at] & 128) == 0 ? x : -x;
    }

    /** A ziggurat whose wedges are as high as those of the next layer. */
    static double wedgesOfTheNextLayer(int[] words, int at) {
        return ziggurat(words, at, (layer, u) -> {
            double top = density(edge(layer + 1));
            return top - (density(edge(layer + 2)) - top) * u;
        });
    }

    /**
     * A ziggurat with a bracket in the wrong place: {@code f[i + 1] + (f[i] - f[i + 1] u)} for {@code f[i + 1] + (f[i] - f[i + 1]) u}. It
     * accepts 1.8 % of the points in a wedge, where 55 % are right (the figures of QuantLib#2722).
     */
    static double wedgesRefused(int[] words, int at) {
        return ziggurat(words, at, (layer, u) -> {
            double top = density(edge(layer + 1));
            return top + (density(EDGES[layer]) - top * u);
        });
    }

    /** What the density in a wedge is held against. */
    @FunctionalInterface
    private interface Wedge {
        /** For a layer and a uniform number. */
        double threshold(int layer, double u);
    }

    /** A ziggurat with four tries: one of 100 asks for a wedge, so that more are needed once in 10^7 times at most. */
    private static double ziggurat(int[] words, int at, Wedge wedge) {
        for (int k = at; k < at + 8; k += 2) {
            int layer = words[k] & 127;
            double x = unit(words[k]) * EDGES[layer];
            boolean inside = x < edge(layer + 1);
            if (layer == 0 && !inside) {
                x = tail(words[k + 1]);
                inside = true;
            }
            if (inside || wedge.threshold(layer, unit(words[k + 1])) < density(x)) {
                return (words[k] & 128) == 0 ? x : -x;
            }
        }
        return boxMuller(words, at);
    }

    /** A ziggurat that takes its tail for a whole layer of 128, 13.6 times as often as it should, and has no other. */
    static double tailOfAWholeLayer(int[] words, int at) {
        double z = boxMuller(words, at);
        if (Math.abs(z) > EDGE) {
            z = boxMuller(words, at + 3);
        }
        return (words[at + 2] & 127) == 1 ? Math.copySign(tail(words[at + 1]), z) : z;
    }

    /** Right normals, each pair at the distance from 0 that its word gives if the lower 8 bits are left out. */
    static void radiusOf24Bits(Sampler right, Key key, Slice slice, float[] out, int offset) {
        right.normal(0, 1, slice, out, offset);
        // Of a chunk of 64 words the first half is that of the radii.
        long first = slice.first() / 64 * 64;
        int[] words = new int[(int) (slice.first() - first) + slice.count()];
        NativeWords.fill(key, first, words.length, words, 0);
        for (int i = 0; i < slice.count(); i++) {
            int word = words[(int) ((slice.first() + i & ~32) - first)];
            double radius = Math.sqrt(-2 * StrictMath.log(((word >>> 1) + 0.5) * 0x1p-31));
            double coarse = Math.sqrt(-2 * StrictMath.log(unit(word)));
            out[offset + i] *= (float) (coarse / radius);
        }
    }

    /** Right normals of which each second one repeats the one before. */
    static void twins(Sampler right, Key key, Slice slice, float[] out, int offset) {
        right.normal(0, 1, slice, out, offset);
        for (int i = 0; i < slice.count(); i++) {
            if ((slice.first() + i) % 2 == 1) {
                if (i == 0) {
                    right.normal(0, 1, new Slice(slice.total(), slice.first() - 1, 1), out, offset);
                } else {
                    out[offset + i] = out[offset + i - 1];
                }
            }
        }
    }

    /** Pairs are eight elements apart, as PyTorch has them, and both of a pair are the cosine. */
    static void cosines(Sampler right, Key key, Slice slice, float[] out, int offset) {
        int before = (int) Math.min(slice.first(), 8);
        float[] wide = new float[before + slice.count()];
        right.normal(0, 1, new Slice(slice.total(), slice.first() - before, wide.length), wide, 0);
        for (int i = 0; i < slice.count(); i++) {
            boolean second = (slice.first() + i) % 16 >= 8;
            out[offset + i] = wide[before + i - (second ? 8 : 0)];
        }
    }

    private static double boxMuller(int[] words, int at) {
        return Math.sqrt(-2 * StrictMath.log(unit(words[at]))) * StrictMath.cos(2 * Math.PI * unit(words[at + 1]));
    }

    /** A normal beyond {@link #EDGE}, by inversion. */
    private static double tail(int word) {
        return -STANDARD.inverseCumulativeProbability(STANDARD.cumulativeProbability(-EDGE) * unit(word));
    }

    /** The upper 24 bits as a number between 0 and 1, neither included. */
    private static double unit(int word) {
        return ((word >>> 8) + 0.5) * 0x1p-24;
    }

    /** The right edges of the layers, all of one area; the first layer's is that of a rectangle which has the tail's area too. */
    private static double[] edges() {
        double[] edges = new double[128];
        edges[0] = AREA / density(EDGE);
        edges[1] = EDGE;
        for (int i = 2; i < edges.length; i++) {
            edges[i] = Math.sqrt(-2 * StrictMath.log(AREA / edges[i - 1] + density(edges[i - 1])));
        }
        return edges;
    }

    /** The right edge of a layer; 0 above the last. */
    private static double edge(int layer) {
        return layer < EDGES.length ? EDGES[layer] : 0;
    }

    private static double density(double x) {
        return StrictMath.exp(-0.5 * x * x);
    }
}
