// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.initium.random.Key;
import org.junit.jupiter.api.Test;

class TrainerTest {
    private static final Consumer<History.Epoch> QUIET = epoch -> {};
    private static final Loss CLASSES = Loss.SPARSE_CATEGORICAL_CROSSENTROPY;

    /** Writes down the first feature of every sample that passes in training, and lets it pass. */
    private static final class Recorder implements Layer {
        private final List<List<Float>> batches = new ArrayList<>();

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
            System.arraycopy(x, 0, y, 0, batch);
        }

        @Override
        public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
            List<Float> seen = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                seen.add(x[i]);
            }
            batches.add(seen);
        }
    }

    @Test
    void seesEverySampleOncePerEpochInAnotherOrder() {
        int n = 50;
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) {
            numbers[i] = i;
        }
        Recorder recorder = new Recorder();
        Sequential model = new Sequential(List.of(recorder), 8);
        Trainer trainer =
                new Trainer(model, Loss.MEAN_SQUARED_ERROR, new Sgd(SgdConfig.of(0.1), List.of()), Key.of(1), 8);
        History history = trainer.fit(new Dataset(n, numbers, numbers), null, 0, 3, QUIET);
        assertThat(recorder.batches).hasSize(3 * 7);
        List<List<Float>> orders = new ArrayList<>();
        for (int e = 0; e < 3; e++) {
            List<List<Float>> batches = recorder.batches.subList(e * 7, e * 7 + 7);
            assertThat(batches).extracting(List::size).containsExactly(8, 8, 8, 8, 8, 8, 2);
            List<Float> order = batches.stream().flatMap(List::stream).toList();
            assertThat(order).doesNotHaveDuplicates().hasSize(n);
            orders.add(order);
        }
        assertThat(orders).doesNotHaveDuplicates();
        assertThat(history.epochs()).extracting(History.Epoch::epoch).containsExactly(0, 1, 2);
        assertThat(history.epochs()).allSatisfy(epoch -> {
            assertThat(epoch.loss()).isZero();
            assertThat(epoch.accuracy()).isNaN();
            assertThat(epoch.validationLoss()).isNaN();
        });
    }

    /** A small network on real data; nine digits of ten after five epochs is what any working SGD reaches. */
    @Test
    void learnsDigits() {
        List<History.Epoch> reported = new ArrayList<>();
        Dataset.Split split = Fixtures.digits().split(0.2);
        Run run = new Run(
                7, SgdConfig.of(Schedule.exponential(0.2, 1000, 0.5, false)).withMomentum(0.9));
        History history = run.trainer.fit(split.training(), split.validation(), 0, 5, reported::add);
        assertThat(history.diverged()).isFalse();
        assertThat(history.epochs()).hasSize(5).isEqualTo(reported);
        History.Epoch last = reported.get(4);
        assertThat(last.accuracy()).isGreaterThan(0.95);
        assertThat(last.validationAccuracy()).isGreaterThan(0.85);
        assertThat(last.loss()).isLessThan(reported.get(0).loss());
        // 45 batches of 1437 samples in each epoch; the last update is number 224.
        assertThat(last.learningRate()).isCloseTo(0.2 * Math.pow(0.5, 0.224), within(1e-15));
        assertThat(run.trainer.evaluate(split.validation()))
                .isEqualTo(new Trainer.Evaluation(last.validationLoss(), last.validationAccuracy()));
    }

    @Test
    void sameSeedSameBits() {
        Dataset data = Fixtures.digits();
        SgdConfig config = SgdConfig.of(0.1).withMomentum(0.9).withClipnorm(1);
        Run first = new Run(7, config);
        Run second = new Run(7, config);
        Run other = new Run(8, config);
        History history = first.trainer.fit(data, null, 0, 2, QUIET);
        assertThat(second.trainer.fit(data, null, 0, 2, QUIET)).isEqualTo(history);
        other.trainer.fit(data, null, 0, 2, QUIET);
        for (int p = 0; p < 4; p++) {
            assertThat(second.weights(p)).containsExactly(first.weights(p));
            assertThat(other.weights(p)).isNotEqualTo(first.weights(p));
        }
    }

    @Test
    void twoRunsContinueAsOne() {
        Dataset data = Fixtures.digits();
        SgdConfig config = SgdConfig.of(0.1).withMomentum(0.9);
        Run whole = new Run(7, config);
        Run parts = new Run(7, config);
        whole.trainer.fit(data, null, 0, 3, QUIET);
        parts.trainer.fit(data, null, 0, 1, QUIET);
        History rest = parts.trainer.fit(data, null, 1, 3, QUIET);
        assertThat(rest.epochs()).extracting(History.Epoch::epoch).containsExactly(1, 2);
        for (int p = 0; p < 4; p++) {
            assertThat(parts.weights(p)).containsExactly(whole.weights(p));
        }
    }

    /** A rate of 1e30 throws the weights out of range with the first update; the batch that shows it makes none. */
    @Test
    void stopsWhenTheLossIsNotFinite() {
        Run run = new Run(7, SgdConfig.of(1e30));
        History history = run.trainer.fit(Fixtures.digits(), Fixtures.digits(), 0, 10, QUIET);
        assertThat(history.diverged()).isTrue();
        assertThat(history.epochs()).hasSize(1);
        History.Epoch last = history.epochs().get(0);
        assertThat(Double.isFinite(last.loss())).isFalse();
        assertThat(last.validationLoss()).isNaN();
        assertThat(run.sgd.iterations()).isLessThan(10);
    }

    /** One bad sample: the run stops at its batch and leaves the weights as the batch before made them. */
    @Test
    void stopsBeforeABadSampleSpreads() {
        Dataset good = Fixtures.digits();
        float[] features = good.features().clone();
        features[1000 * 64] = Float.NaN;
        Run run = new Run(7, SgdConfig.of(0.1));
        Dataset bad = new Dataset(good.size(), features, good.targets());
        History history = run.trainer.fit(bad, good, 0, 10, QUIET);
        assertThat(history.diverged()).isTrue();
        assertThat(history.epochs()).hasSize(1);
        assertThat(history.epochs().get(0).loss()).isNaN();
        assertThat(history.epochs().get(0).validationLoss()).isNaN();
        assertThat(run.trainer.evaluate(good).loss()).isLessThan(3);
    }

    /** Evaluation is the mean over samples, not over batches of different sizes: 33 = 32 + 1. */
    @Test
    void evaluatesSampleBySample() {
        Dataset all = Fixtures.digits();
        Dataset data = new Dataset(33, Arrays.copyOf(all.features(), 33 * 64), Arrays.copyOf(all.targets(), 33));
        Run run = new Run(7, SgdConfig.of(0.1));
        float[] z = new float[33 * 10];
        run.model.predict(33, data.features(), z);
        Trainer.Evaluation evaluation = run.trainer.evaluate(data);
        assertThat(evaluation.loss()).isCloseTo(CLASSES.evaluate(33, 10, z, data.targets(), null), within(1e-13));
        assertThat(evaluation.accuracy()).isEqualTo(CLASSES.correct(33, 10, z, data.targets()) / 33.0);
    }

    @Test
    void refusesWhatDoesNotFit() {
        Run run = new Run(7, SgdConfig.of(0.1));
        Dataset wrong = new Dataset(2, new float[20], new float[2]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.trainer.fit(wrong, null, 0, 1, QUIET))
                .withMessage("training has 10 features and 1 targets per sample, expected 64 and 1");
        Dataset good = new Dataset(2, new float[128], new float[2]);
        Dataset bad = new Dataset(2, new float[128], new float[] {9, 10});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.trainer.fit(good, wrong, 0, 1, QUIET))
                .withMessageStartingWith("validation has 10 features");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.trainer.evaluate(bad))
                .withMessage("target of sample 1 is 10.0, expected a class: a whole number from 0 to 9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> run.trainer.fit(good, null, 2, 1, QUIET))
                .withMessage("epochs are 2 to 1, expected 0 or more, in order");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Trainer(run.model, CLASSES, run.sgd, Key.of(1), 33))
                .withMessage("batch size is 33, expected 1 to 32");
        assertThat(run.trainer.fit(good, null, 1, 1, QUIET).epochs()).isEmpty();
    }

    /** 64-32-10 on digits in batches of 32. */
    private static final class Run {
        private final Sequential model;
        private final Sgd sgd;
        private final Trainer trainer;

        Run(long seed, SgdConfig config) {
            Key key = Key.of(seed);
            model = Sequential.mlp(
                    new int[] {64, 32, 10},
                    Activation.RELU,
                    TestInitializers.uniform(0.2),
                    TestInitializers.uniform(0.1),
                    key.child(0),
                    32);
            sgd = new Sgd(config, model.parameters());
            trainer = new Trainer(model, CLASSES, sgd, key.child(1), 32);
        }

        float[] weights(int parameter) {
            return model.parameters().get(parameter).value();
        }
    }
}
