// SPDX-License-Identifier: Apache-2.0
package org.initium.init;

import org.initium.Slice;
import org.initium.random.Sampler;

/** The law that an initializer's elements follow: what {@code describe} prints and what a sampler draws from. */
public sealed interface Law {
    /** Expected value of an element. */
    double mean();

    /** Standard deviation of an element. */
    double stddev();

    /** Infimum of the values that can occur. */
    double lower();

    /** Supremum of the values that can occur. */
    double upper();

    /** Elements drawn independently from one distribution. */
    sealed interface Independent extends Law {
        /** Draws the elements of a slice; see {@link Sampler}. */
        void draw(Sampler sampler, Slice slice, float[] out, int offset);
    }

    /**
     * Uniform on {@code [lower, upper)}.
     *
     * @param lower lower bound, included
     * @param upper upper bound, excluded
     */
    record Uniform(double lower, double upper) implements Independent {
        @Override
        public double mean() {
            return lower / 2 + upper / 2;
        }

        @Override
        public double stddev() {
            return (upper - lower) / Math.sqrt(12);
        }

        @Override
        public void draw(Sampler sampler, Slice slice, float[] out, int offset) {
            sampler.uniform(lower, upper, slice, out, offset);
        }
    }

    /**
     * Normal.
     *
     * @param mean expected value
     * @param stddev standard deviation
     */
    record Normal(double mean, double stddev) implements Independent {
        @Override
        public double lower() {
            return Double.NEGATIVE_INFINITY;
        }

        @Override
        public double upper() {
            return Double.POSITIVE_INFINITY;
        }

        @Override
        public void draw(Sampler sampler, Slice slice, float[] out, int offset) {
            sampler.normal(mean, stddev, slice, out, offset);
        }
    }

    /**
     * Normal conditioned on lying within two {@code scale} of {@code mean}.
     *
     * @param mean expected value
     * @param scale standard deviation of the normal before truncation
     */
    record TruncatedNormal(double mean, double scale) implements Independent {
        /**
         * Standard deviation of a standard normal truncated to (-2, 2): the constant of Keras and JAX,
         * {@code sqrt(1 - 4 phi(2) / (2 Phi(2) - 1))}.
         */
        public static final double STANDARD_STDDEV = 0.87962566103423978;

        @Override
        public double stddev() {
            return scale * STANDARD_STDDEV;
        }

        @Override
        public double lower() {
            return mean - 2 * scale;
        }

        @Override
        public double upper() {
            return mean + 2 * scale;
        }

        @Override
        public void draw(Sampler sampler, Slice slice, float[] out, int offset) {
            sampler.truncatedNormal(mean, scale, slice, out, offset);
        }
    }

    /**
     * One value for all elements.
     *
     * @param value the value
     */
    record Constant(double value) implements Law {
        @Override
        public double mean() {
            return value;
        }

        @Override
        public double stddev() {
            return 0;
        }

        @Override
        public double lower() {
            return value;
        }

        @Override
        public double upper() {
            return value;
        }
    }

    /**
     * Elements that depend on each other or on their position.
     *
     * @param structure what the tensor is, in words
     * @param mean average expected value over the elements
     * @param stddev root mean square deviation from {@code mean} over the elements
     * @param lower infimum of the values that can occur
     * @param upper supremum of the values that can occur
     */
    record Structured(String structure, double mean, double stddev, double lower, double upper) implements Law {}
}
