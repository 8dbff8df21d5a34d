// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.Arrays;
import java.util.List;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;

/**
 * Hidden units that begin alike stay alike, to the bit: with equal weights they put out and get back the same, and learning never
 * tells them apart. So the initializer must be constant, and each step of the engine must treat all units the same, whichever
 * lanes of a vector they fall on.
 */
public final class SymmetryCheck {
    /** The check's name in reports. */
    public static final String NAME = "unbroken_symmetry";

    private SymmetryCheck() {}

    /**
     * The verdict after some updates of a perceptron with crossentropy.
     *
     * @param kernels the initializer that should give one value everywhere
     * @param sizes the input, one hidden layer or more, the classes
     * @param batch number of samples
     * @param sgd the settings of the optimizer
     * @param steps number of updates, 1 or more, each on another batch
     * @param key of the inputs and, should they draw, of the kernels
     * @throws IllegalArgumentException if there is no hidden layer or no step
     */
    public static Verdict check(
            Initializer kernels, Activation hidden, int[] sizes, int batch, SgdConfig sgd, int steps, Key key) {
        if (sizes.length < 3 || steps < 1) {
            throw new IllegalArgumentException(
                    sizes.length - 2 + " hidden layers and " + steps + " steps, expected 1 or more of each");
        }
        Sequential model = Sequential.mlp(sizes, hidden, kernels, Initializers.zeros(), key.child(0), batch);
        List<Parameter> parameters = model.parameters();
        List<float[]> before =
                parameters.stream().map(parameter -> parameter.value().clone()).toList();
        train(model, batch, sgd, steps, key);

        long different = 0;
        long all = 0;
        boolean moved = false;
        for (int p = 0; p < parameters.size(); p++) {
            float[] value = parameters.get(p).value();
            moved |= !Arrays.equals(value, before.get(p));
            int layer = p / 2;
            boolean kernel = p % 2 == 0;
            int columns = sizes[layer + 1];
            // Columns belong to the units of this layer, rows of a kernel to those of the one before it.
            boolean hiddenColumns = layer + 2 < sizes.length;
            boolean hiddenRows = kernel && layer > 0;
            for (int i = 0; i < value.length; i++) {
                int row = hiddenRows ? 0 : i / columns;
                int column = hiddenColumns ? 0 : i % columns;
                float first = value[row * columns + column];
                boolean same = Float.floatToIntBits(value[i]) == Float.floatToIntBits(first);
                different += same && Float.isFinite(first) ? 0 : 1;
                all++;
            }
        }
        String detail = "N = " + all + " weights after " + steps + " updates, " + hidden.kerasName();
        return moved
                ? Verdict.none(
                        different,
                        "weights unlike those of the first unit, or not finite",
                        detail,
                        "weight that differs from that of the first unit by a bit")
                : Verdict.impossible(detail + "; no weight has moved", 0);
    }

    private static void train(Sequential model, int batch, SgdConfig config, int steps, Key key) {
        Sgd sgd = new Sgd(config, model.parameters());
        float[] x = new float[batch * model.inputSize()];
        float[] labels = new float[batch];
        for (int step = 0; step < steps; step++) {
            Samplers.of(key.child(1).child(step)).uniform(-1, 1, Slice.all(x.length), x, 0);
            for (int i = 0; i < batch; i++) {
                labels[i] = (i + step) * (i + step) % model.outputSize();
            }
            model.lossAndGradients(batch, x, labels, Loss.SPARSE_CATEGORICAL_CROSSENTROPY);
            sgd.step();
        }
    }
}
