// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import java.util.List;

/**
 * The learning rate as a function of the number of updates made so far, computed in double precision; the formulas are
 * those of {@code keras.optimizers.schedules}.
 */
public sealed interface Schedule {
    /**
     * The learning rate of update number {@code step}; 0 or more.
     *
     * @param step number of updates made before this one, from 0
     */
    double at(long step);

    /**
     * The same rate for ever.
     *
     * @throws IllegalArgumentException if the rate is negative or not finite
     */
    static Schedule constant(double learningRate) {
        return new Constant(learningRate);
    }

    /**
     * Keras's {@code PiecewiseConstantDecay}: {@code values[0]} up to and including step {@code boundaries[0]}, then
     * {@code values[1]} up to and including {@code boundaries[1]}, and so on; the last value after the last boundary.
     *
     * @throws IllegalArgumentException if there is not one more value than boundaries, the boundaries do not increase, or a
     *     value is negative or not finite
     */
    static Schedule step(long[] boundaries, double[] values) {
        return new Step(
                Arrays.stream(boundaries).boxed().toList(),
                Arrays.stream(values).boxed().toList());
    }

    /**
     * Keras's {@code ExponentialDecay}: {@code initial * rate^(step / decaySteps)}.
     *
     * @param staircase whether the exponent is rounded down to a whole number
     * @throws IllegalArgumentException if a rate is negative or not finite, or {@code decaySteps} is below 1
     */
    static Schedule exponential(double initial, long decaySteps, double rate, boolean staircase) {
        return new Exponential(initial, decaySteps, rate, staircase);
    }

    /**
     * Keras's {@code CosineDecay} without warmup: half a cosine from {@code initial} down to {@code alpha * initial} at step
     * {@code decaySteps}, and constant from there on. I. Loshchilov, F. Hutter (2017), "SGDR", ICLR.
     *
     * @throws IllegalArgumentException if a rate or {@code alpha} is negative or not finite, or {@code decaySteps} is below 1
     */
    static Schedule cosine(double initial, long decaySteps, double alpha) {
        return new Cosine(initial, decaySteps, alpha, initial, 0);
    }

    /**
     * Keras's {@code CosineDecay} with warmup: a straight line from {@code initial} to {@code warmupTarget} over
     * {@code warmupSteps} steps, then half a cosine down to {@code alpha * warmupTarget} over {@code decaySteps} more.
     *
     * @throws IllegalArgumentException if a rate or {@code alpha} is negative or not finite, {@code decaySteps} is below 1 or
     *     {@code warmupSteps} below 0
     */
    static Schedule cosine(double initial, long decaySteps, double alpha, double warmupTarget, long warmupSteps) {
        return new Cosine(initial, decaySteps, alpha, warmupTarget, warmupSteps);
    }

    /**
     * See {@link #constant}.
     *
     * @param learningRate the rate
     */
    record Constant(double learningRate) implements Schedule {
        /** Checks the rate. */
        public Constant {
            checkNonNegative("learning rate", learningRate);
        }

        @Override
        public double at(long step) {
            return learningRate;
        }
    }

    /**
     * See {@link #step}.
     *
     * @param boundaries last steps of all intervals but the last
     * @param values rates of the intervals
     */
    record Step(List<Long> boundaries, List<Double> values) implements Schedule {
        /** Checks and copies the lists. */
        public Step {
            boundaries = List.copyOf(boundaries);
            values = List.copyOf(values);
            if (values.size() != boundaries.size() + 1) {
                throw new IllegalArgumentException("values has " + values.size() + " elements and boundaries has "
                        + boundaries.size() + ", expected one value more than boundaries");
            }
            for (int i = 1; i < boundaries.size(); i++) {
                if (boundaries.get(i) <= boundaries.get(i - 1)) {
                    throw new IllegalArgumentException("boundaries is " + boundaries + ", expected increasing steps");
                }
            }
            for (double value : values) {
                checkNonNegative("learning rate", value);
            }
        }

        @Override
        public double at(long step) {
            int interval = 0;
            while (interval < boundaries.size() && step > boundaries.get(interval)) {
                interval++;
            }
            return values.get(interval);
        }
    }

    /**
     * See {@link #exponential}.
     *
     * @param initial rate of step 0
     * @param decaySteps steps over which the rate is multiplied once by {@code rate}
     * @param rate the factor
     * @param staircase whether the rate stays constant in between
     */
    record Exponential(double initial, long decaySteps, double rate, boolean staircase) implements Schedule {
        /** Checks the values. */
        public Exponential {
            checkNonNegative("initial learning rate", initial);
            checkAtLeast("decay steps", decaySteps, 1);
            checkNonNegative("decay rate", rate);
        }

        @Override
        public double at(long step) {
            double exponent = (double) step / decaySteps;
            return initial * StrictMath.pow(rate, staircase ? Math.floor(exponent) : exponent);
        }
    }

    /**
     * See {@link #cosine(double, long, double, double, long)}.
     *
     * @param initial rate of step 0, where the warmup begins
     * @param decaySteps steps of the decay
     * @param alpha what is left at its end, as a fraction of {@code warmupTarget}
     * @param warmupTarget rate at the end of the warmup, where the decay begins
     * @param warmupSteps steps of the warmup, 0 for none
     */
    record Cosine(double initial, long decaySteps, double alpha, double warmupTarget, long warmupSteps)
            implements Schedule {
        /** Checks the values. */
        public Cosine {
            checkNonNegative("initial learning rate", initial);
            checkAtLeast("decay steps", decaySteps, 1);
            checkNonNegative("alpha", alpha);
            checkNonNegative("warmup target", warmupTarget);
            checkAtLeast("warmup steps", warmupSteps, 0);
        }

        @Override
        public double at(long step) {
            if (step < warmupSteps) {
                return (warmupTarget - initial) * ((double) step / warmupSteps) + initial;
            }
            double fraction = (double) Math.min(step - warmupSteps, decaySteps) / decaySteps;
            double cosine = fraction <= 0.5 ? 1 - squaredSine(fraction) : squaredSine(1 - fraction);
            return warmupTarget * ((1 - alpha) * cosine + alpha);
        }

        /**
         * {@code sin(pi u / 2)^2 = (1 - cos(pi u)) / 2} for u from 0 to 1/2, by the Taylor series of the sine: the first term
         * left out is (pi/4)^17 / 17!, 5e-17. StrictMath would do, but allocates an array in each call (JDK 25).
         */
        private static double squaredSine(double u) {
            double x = Math.PI / 2 * u;
            double series = 1;
            for (int k = 7; k >= 1; k--) {
                series = 1 - x * x / (2 * k * (2 * k + 1)) * series;
            }
            return x * series * (x * series);
        }
    }

    private static void checkNonNegative(String what, double value) {
        if (!(value >= 0) || !Float.isFinite((float) value) || value > 0 && (float) value == 0) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", expected 0 or a positive number within a float's range");
        }
    }

    private static void checkAtLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " is " + value + ", expected " + least + " or more");
        }
    }
}
