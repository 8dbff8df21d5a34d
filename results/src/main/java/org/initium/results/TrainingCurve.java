// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.util.List;

/**
 * A network learning, epoch by epoch.
 *
 * @param title what is trained on what
 * @param epochs in order
 */
public record TrainingCurve(String title, List<Epoch> epochs) {
    /**
     * Copies the list.
     *
     * @throws IllegalArgumentException if there is no epoch
     */
    public TrainingCurve {
        epochs = List.copyOf(epochs);
        if (epochs.isEmpty()) {
            throw new IllegalArgumentException("training curve '" + title + "': expected at least one epoch");
        }
    }

    /**
     * The state after one pass over the data.
     *
     * @param epoch number of the pass, from 1
     * @param loss mean loss over the training data
     * @param accuracy share of the training data classified rightly, 0 .. 1
     * @param validationLoss the same over data kept apart; NaN if there is none
     * @param validationAccuracy the same over data kept apart; NaN if there is none
     */
    public record Epoch(int epoch, double loss, double accuracy, double validationLoss, double validationAccuracy) {}

    /** The last epoch. */
    public Epoch last() {
        return epochs.get(epochs.size() - 1);
    }
}
