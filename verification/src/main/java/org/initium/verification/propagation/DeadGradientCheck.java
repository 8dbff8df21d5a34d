// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.List;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;

/**
 * A net whose weights begin as zeros is dead: no signal passes forward, so the last kernel has no gradient, and none passes back, so
 * no other parameter has one. The last bias alone learns, the frequencies of the classes. Each gradient is exactly 0.
 */
public final class DeadGradientCheck {
    /** The check's name in reports. */
    public static final String NAME = "dead_gradient";

    private DeadGradientCheck() {}

    /**
     * The verdict on one backward pass of a perceptron with crossentropy.
     *
     * @param kernels the initializer that should give zeros
     * @param hidden an activation that leaves 0 at 0
     * @param sizes the input, the hidden layers, the classes
     * @param batch number of samples, which the number of classes does not divide: so no class has its share, and the last bias a
     *     gradient in each
     * @param key of the inputs and, should they draw, of the kernels
     * @throws IllegalArgumentException if the activation or the batch is not of this kind, or the sizes are not those of a net
     */
    public static Verdict check(Initializer kernels, Activation hidden, int[] sizes, int batch, Key key) {
        if (hidden == Activation.SIGMOID || hidden == Activation.SOFTMAX) {
            throw new IllegalArgumentException(hidden.kerasName() + " of 0 is not 0, so zeros are not dead");
        }
        Sequential model = Sequential.mlp(sizes, hidden, kernels, Initializers.zeros(), key.child(0), batch);
        int classes = model.outputSize();
        if (batch % classes == 0) {
            throw new IllegalArgumentException(
                    "batch is " + batch + ", expected no multiple of the " + classes + " classes");
        }
        float[] x = new float[batch * model.inputSize()];
        Samplers.of(key.child(1)).uniform(-1, 1, Slice.all(x.length), x, 0);
        float[] labels = new float[batch];
        for (int i = 0; i < batch; i++) {
            labels[i] = i % classes;
        }
        model.lossAndGradients(batch, x, labels, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);

        List<Parameter> parameters = model.parameters();
        long wrong = 0;
        long all = 0;
        for (int p = 0; p < parameters.size(); p++) {
            boolean lastBias = p == parameters.size() - 1;
            for (float derivative : parameters.get(p).grad()) {
                wrong += lastBias == (derivative != 0) && !Float.isNaN(derivative) ? 0 : 1;
                all++;
            }
        }
        String detail = "N = " + all + " partial derivatives, " + hidden.kerasName() + ", of which the last " + classes
                + " should not be 0";
        return Verdict.none(
                wrong,
                "gradients that should be 0 and are not, or the reverse",
                detail,
                "partial derivative that is 0 and should not be, or the reverse");
    }
}
