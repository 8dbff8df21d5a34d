// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.List;

/**
 * What a training run reported.
 *
 * @param epochs the epochs, first to last; if the run diverged, the last one is incomplete
 * @param diverged whether the run stopped early because the loss of a batch was NaN or infinite
 */
public record History(List<Epoch> epochs, boolean diverged) {
    /** Copies the list. */
    public History {
        epochs = List.copyOf(epochs);
    }

    /**
     * One pass over the training set. Losses and accuracies are averages over samples; those of training are measured batch
     * by batch before each update, as Keras reports them. NaN stands for what was not measured: the accuracy of a loss
     * without one, the validation without a validation set or after divergence.
     *
     * @param epoch number of the epoch, from 0
     * @param loss mean loss on the training set
     * @param accuracy fraction of correct predictions on the training set
     * @param validationLoss mean loss on the validation set, after the epoch
     * @param validationAccuracy fraction of correct predictions on the validation set, after the epoch
     * @param learningRate rate of the epoch's last update
     */
    public record Epoch(
            int epoch,
            double loss,
            double accuracy,
            double validationLoss,
            double validationAccuracy,
            double learningRate) {}
}
