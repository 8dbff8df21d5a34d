// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.util.function.Consumer;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.nn.Activation;
import org.initium.nn.Dataset;
import org.initium.nn.History;
import org.initium.nn.Loss;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.nn.Trainer;
import org.initium.random.Key;

/**
 * One training of a multilayer perceptron, from its settings to its history.
 *
 * <p>The seed has three children: the weights draw from {@code Key.of(seed).child(0)}, the orders of the samples from
 * {@code child(1)}, the choice of the validation samples from {@code child(2)}. So none of them changes with another.
 */
final class Training {
    private final Dataset training;
    private final Dataset validation;
    private final Sequential model;
    private final Sgd sgd;
    private final Trainer trainer;

    /**
     * Sets a training up.
     *
     * @param data all samples
     * @param layers numbers per sample: the features, the hidden layers, the outputs
     * @param batchSize samples per update, 1 or more
     * @param validationFraction share of the samples to set aside, drawn at random; 0 for none
     * @throws IllegalArgumentException if a setting is out of range or does not go with the others
     */
    Training(
            Dataset data,
            int[] layers,
            Activation activation,
            Initializer initializer,
            Loss loss,
            SgdConfig config,
            int batchSize,
            double validationFraction,
            long seed) {
        if (batchSize < 1) {
            throw new IllegalArgumentException("--batch-size is " + batchSize + ", expected 1 or more");
        }
        Key key = Key.of(seed);
        if (validationFraction == 0) {
            training = data;
            validation = null;
        } else {
            Dataset.Split split = data.shuffled(key.child(2)).split(validationFraction);
            training = split.training();
            validation = split.validation();
        }
        int largestBatch = Math.min(batchSize, training.size());
        model = Sequential.mlp(layers, activation, initializer, Initializers.zeros(), key.child(0), largestBatch);
        sgd = new Sgd(config, model.parameters());
        trainer = new Trainer(model, loss, sgd, key.child(1), largestBatch);
    }

    /** Trains for {@code epochs} more after the first {@code firstEpoch}. */
    History run(int firstEpoch, int epochs, Consumer<History.Epoch> report) {
        if (epochs < 1 || epochs > Integer.MAX_VALUE - firstEpoch) {
            throw new IllegalArgumentException("--epochs is " + epochs + ", expected 1 or more");
        }
        return trainer.fit(training, validation, firstEpoch, firstEpoch + epochs, report);
    }

    /** The model, which {@link #run} changes. */
    Sequential model() {
        return model;
    }

    /** The optimizer of {@link #model()}. */
    Sgd sgd() {
        return sgd;
    }

    /** Number of samples to train on. */
    int trainingSize() {
        return training.size();
    }

    /** Number of samples set aside. */
    int validationSize() {
        return validation == null ? 0 : validation.size();
    }
}
