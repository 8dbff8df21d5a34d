// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import java.util.ArrayList;
import java.util.List;
import org.initium.nn.Dataset;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;
import org.initium.nn.SgdConfig;
import org.initium.nn.Trainer;
import org.initium.random.Key;

/**
 * Listens to the engine's trainer: each sample's only feature is its number, which floats hold exactly up to 2^24, and the model
 * is one layer that writes down what comes in.
 */
final class TrainerOrder implements EpochOrder {
    @Override
    public List<int[]> batches(int samples, int batchSize, Key key, int epoch) {
        float[] numbers = new float[samples];
        for (int i = 0; i < samples; i++) {
            numbers[i] = i;
        }
        Recorder recorder = new Recorder();
        Sequential model = new Sequential(List.of(recorder), batchSize);
        Sgd sgd = new Sgd(SgdConfig.of(1), model.parameters());
        new Trainer(model, Loss.MEAN_SQUARED_ERROR, sgd, key, batchSize)
                .fit(new Dataset(samples, numbers, new float[samples]), null, epoch, epoch + 1, done -> {});
        return recorder.batches;
    }

    /** Passes its input on and keeps it. */
    private static final class Recorder implements Layer {
        private final List<int[]> batches = new ArrayList<>();

        @Override
        public String name() {
            return "recorder";
        }

        @Override
        public int inputSize() {
            return 1;
        }

        @Override
        public int outputSize() {
            return 1;
        }

        @Override
        public void forward(int batch, float[] x, float[] y) {
            int[] numbers = new int[batch];
            for (int i = 0; i < batch; i++) {
                numbers[i] = (int) x[i];
                y[i] = x[i];
            }
            batches.add(numbers);
        }

        /** Nothing to do: there are no parameters, and it is the first layer. */
        @Override
        public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
            assert dx == null : "the first layer is asked for no input gradient";
        }
    }
}
