// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Objects;

/**
 * The settings of {@link Sgd}, with the names, defaults and ranges of {@code keras.optimizers.SGD}.
 *
 * <p>Start from {@link #of(double)} and change what differs: {@code SgdConfig.of(0.1).withMomentum(0.9).withNesterov(true)}.
 * A weight decay or a clipping bound of 0 means none. At most one of the three kinds of clipping may be set.
 *
 * @param learningRate the rate of each update
 * @param momentum what is kept of the velocity from one update to the next, 0 to 1
 * @param nesterov whether to look ahead along the velocity (Sutskever et al. 2013, "On the importance of initialization and
 *     momentum in deep learning", section 2); it changes nothing without momentum
 * @param weightDecay fraction of each parameter that an update removes, times the learning rate (decoupled: Loshchilov and
 *     Hutter 2019, "Decoupled Weight Decay Regularization", ICLR); finite, 0 or more
 * @param clipnorm largest Euclidean norm of the gradient of one parameter; finite, 0 or more
 * @param globalClipnorm largest Euclidean norm of all gradients together; finite, 0 or more
 * @param clipvalue largest magnitude of an element of a gradient; finite, 0 or more
 */
public record SgdConfig(
        Schedule learningRate,
        double momentum,
        boolean nesterov,
        double weightDecay,
        double clipnorm,
        double globalClipnorm,
        double clipvalue) {
    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if one is out of its range, or two kinds of clipping are set
     */
    public SgdConfig {
        Objects.requireNonNull(learningRate, "learningRate");
        if (!(momentum >= 0 && momentum <= 1)) {
            throw new IllegalArgumentException("momentum is " + momentum + ", expected a number from 0 to 1");
        }
        checkNonNegative("weight decay", weightDecay);
        checkNonNegative("clipnorm", clipnorm);
        checkNonNegative("global clipnorm", globalClipnorm);
        checkNonNegative("clipvalue", clipvalue);
        if ((clipnorm > 0 ? 1 : 0) + (globalClipnorm > 0 ? 1 : 0) + (clipvalue > 0 ? 1 : 0) > 1) {
            throw new IllegalArgumentException("clipnorm is " + clipnorm + ", global clipnorm is " + globalClipnorm
                    + " and clipvalue is " + clipvalue + ", expected at most one of them to be set");
        }
    }

    /**
     * Plain gradient descent with a constant rate.
     *
     * @param learningRate finite, 0 or more
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static SgdConfig of(double learningRate) {
        return of(Schedule.constant(learningRate));
    }

    /** Plain gradient descent with a rate that changes. */
    public static SgdConfig of(Schedule learningRate) {
        return new SgdConfig(learningRate, 0, false, 0, 0, 0, 0);
    }

    /** These settings with another {@link #momentum()}. */
    public SgdConfig withMomentum(double momentum) {
        return new SgdConfig(learningRate, momentum, nesterov, weightDecay, clipnorm, globalClipnorm, clipvalue);
    }

    /** These settings with another {@link #nesterov()}. */
    public SgdConfig withNesterov(boolean nesterov) {
        return new SgdConfig(learningRate, momentum, nesterov, weightDecay, clipnorm, globalClipnorm, clipvalue);
    }

    /** These settings with another {@link #weightDecay()}. */
    public SgdConfig withWeightDecay(double weightDecay) {
        return new SgdConfig(learningRate, momentum, nesterov, weightDecay, clipnorm, globalClipnorm, clipvalue);
    }

    /** These settings with another {@link #clipnorm()}. */
    public SgdConfig withClipnorm(double clipnorm) {
        return new SgdConfig(learningRate, momentum, nesterov, weightDecay, clipnorm, globalClipnorm, clipvalue);
    }

    /** These settings with another {@link #globalClipnorm()}. */
    public SgdConfig withGlobalClipnorm(double globalClipnorm) {
        return new SgdConfig(learningRate, momentum, nesterov, weightDecay, clipnorm, globalClipnorm, clipvalue);
    }

    /** These settings with another {@link #clipvalue()}. */
    public SgdConfig withClipvalue(double clipvalue) {
        return new SgdConfig(learningRate, momentum, nesterov, weightDecay, clipnorm, globalClipnorm, clipvalue);
    }

    private static void checkNonNegative(String what, double value) {
        if (!(value >= 0) || !Float.isFinite((float) value) || value > 0 && (float) value == 0) {
            throw new IllegalArgumentException(
                    what + " is " + value + ", expected 0 (none) or a positive number within a float's range");
        }
    }
}
