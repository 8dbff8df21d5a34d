// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.SgdConfig;

/**
 * One recorded training.
 *
 * @param name prefix of its files
 * @param hidden activation between the dense layers; null for an embedding, which has one dense layer
 * @param sizes numbers per sample of a multilayer perceptron: input, hidden layers, output; null for an embedding, whose
 *     sizes are those of its weights
 * @param loss what was minimised
 * @param sgd settings of the optimizer
 */
record TraceCase(String name, Activation hidden, int[] sizes, Loss loss, SgdConfig sgd) {
    /** Whether the model is an embedding, its average over the tokens, and one dense layer. */
    boolean isEmbedding() {
        return sizes == null;
    }
}
