// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.initium.cli.shared.JsonOutput;
import org.initium.nn.History;

/**
 * What a training has come to.
 *
 * @param training the run
 * @param history its epochs, one or more
 * @param seconds wall-clock time of the epochs, validation included
 */
record TrainReport(Training training, History history, double seconds) {
    /** Why the model is of no use, if it is not. */
    Optional<String> explanation() {
        return Diagnosis.explain(training.model(), history);
    }

    /** Training samples per second. */
    double samplesPerSecond() {
        return (double) training.trainingSize() * history.epochs().size() / seconds;
    }

    /** The outcome in one line. */
    String summary() {
        History.Epoch last = last();
        boolean validated = training.validationSize() > 0;
        double accuracy = validated ? last.validationAccuracy() : last.accuracy();
        String outcome = Double.isFinite(accuracy)
                ? String.format(Locale.ROOT, "%s accuracy %.4f", validated ? "validation" : "training", accuracy)
                : String.format(
                        Locale.ROOT,
                        "%s loss %.6g",
                        validated ? "validation" : "training",
                        validated ? last.validationLoss() : last.loss());
        return String.format(Locale.ROOT, "%s, %.2f s, %.0f samples/s", outcome, seconds, samplesPerSecond());
    }

    /** Adds the outcome to an object that has the settings. */
    JsonOutput addTo(JsonOutput json) {
        History.Epoch last = last();
        List<?> epochs = history.epochs().stream()
                .map(TrainReport::json)
                .map(JsonOutput::fields)
                .toList();
        return json.put("samples", training.trainingSize())
                .put("validation_samples", training.validationSize())
                .put("history", epochs)
                .put("train_loss", last.loss())
                .put("train_accuracy", last.accuracy())
                .put("validation_loss", last.validationLoss())
                .put("validation_accuracy", last.validationAccuracy())
                .put("seconds", seconds)
                .put("samples_per_second", samplesPerSecond())
                .put("diverged", history.diverged())
                .put("explanation", explanation().orElse(null));
    }

    private static JsonOutput json(History.Epoch epoch) {
        return new JsonOutput()
                .put("epoch", epoch.epoch() + 1)
                .put("loss", epoch.loss())
                .put("accuracy", epoch.accuracy())
                .put("validation_loss", epoch.validationLoss())
                .put("validation_accuracy", epoch.validationAccuracy())
                .put("learning_rate", epoch.learningRate());
    }

    private History.Epoch last() {
        return history.epochs().get(history.epochs().size() - 1);
    }
}
