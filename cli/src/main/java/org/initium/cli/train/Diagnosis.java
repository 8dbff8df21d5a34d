// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.initium.nn.Dense;
import org.initium.nn.History;
import org.initium.nn.Layer;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;

/** Tells in words why a training came to nothing, from the weights that it left. */
final class Diagnosis {
    private Diagnosis() {}

    /** An explanation if the loss was not finite or the units of a hidden layer are bit for bit the same. */
    static Optional<String> explain(Sequential model, History history) {
        if (history.diverged()) {
            History.Epoch last = history.epochs().get(history.epochs().size() - 1);
            return Optional.of("The loss became infinite or NaN in epoch " + (last.epoch() + 1)
                    + ", and training stopped there: the updates overshoot. A smaller learning rate, clipping of gradients or"
                    + " weights that begin smaller would help.");
        }
        List<Layer> dense =
                model.layers().stream().filter(layer -> layer instanceof Dense).toList();
        List<String> identical = new ArrayList<>();
        boolean zero = false;
        for (int i = 0; i + 1 < dense.size(); i++) {
            Parameter kernel = dense.get(i).parameters().get(0);
            Parameter bias = dense.get(i).parameters().get(1);
            if (dense.get(i).outputSize() > 1 && unitsAreEqual(kernel, bias)) {
                identical.add("all " + dense.get(i).outputSize() + " units of hidden layer " + (i + 1));
                zero |= allZero(kernel) && allZero(bias);
            }
        }
        if (identical.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(sentenceCase(String.join(" and ", identical))
                + " are bit for bit identical after training. Every unit of such a layer computes the same, gets the"
                + " same gradient and makes the same step, so units that begin equal stay equal for ever and the layer acts as"
                + " one unit." + (zero ? zeros(model) : "")
                + " Random weights break this symmetry; he_normal, for one, does.");
    }

    private static String zeros(Sequential model) {
        return " Here they are even all zero: the layer passes on no signal that depends on the input, and no gradient back,"
                + " so only the biases of the output layer have learnt anything. The model gives the same answer for every"
                + " sample"
                + (model.outputSize() > 1
                        ? ": always the same class, so it is right as often as that class occurs, which is 1 time in "
                                + model.outputSize() + " where the classes are balanced."
                        : ".");
    }

    /** Whether all columns of a kernel (in, out), and all biases (out), have the same bits. */
    private static boolean unitsAreEqual(Parameter kernel, Parameter bias) {
        int units = kernel.shape().dim(1);
        return rowsAreConstant(kernel.value(), units) && rowsAreConstant(bias.value(), units);
    }

    private static boolean rowsAreConstant(float[] values, int columns) {
        for (int i = 0; i < values.length; i++) {
            if (Float.floatToRawIntBits(values[i]) != Float.floatToRawIntBits(values[i - i % columns])) {
                return false;
            }
        }
        return true;
    }

    private static boolean allZero(Parameter parameter) {
        for (float value : parameter.value()) {
            if (value != 0) {
                return false;
            }
        }
        return true;
    }

    private static String sentenceCase(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
