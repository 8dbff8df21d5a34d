// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.initium.Allocation;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** After a warm-up, the steps of a training run allocate not one byte on their thread. */
@Tag(Allocation.TAG)
class TrainStepAllocationTest {
    private static final Initializer UNIFORM = TestInitializers.uniform(0.2);
    private static final int BATCH = 32;

    @ParameterizedTest
    @EnumSource
    void denseStepsAllocateNothing(Activation activation) {
        List<Layer> layers = new ArrayList<>();
        layers.add(Dense.create(64, 32, UNIFORM, UNIFORM, Key.of(1)));
        layers.add(activation.layer(32));
        layers.add(Dense.create(32, 10, UNIFORM, UNIFORM, Key.of(2)));
        SgdConfig config = SgdConfig.of(Schedule.cosine(0.1, 1000, 0.1))
                .withMomentum(0.9)
                .withNesterov(true)
                .withWeightDecay(1e-4)
                .withGlobalClipnorm(1);
        check(new Sequential(layers, BATCH), Fixtures.digits(), Loss.SPARSE_CATEGORICAL_CROSSENTROPY, config);
    }

    @ParameterizedTest
    @EnumSource
    void lossesAllocateNothing(Loss loss) {
        Sequential model = new Sequential(List.of(Dense.create(64, 10, UNIFORM, UNIFORM, Key.of(1))), BATCH);
        int size = loss.targetSize(10);
        Dataset data = new Dataset(500, Fixtures.random(1, 500 * 64, 1), new float[500 * size]);
        check(model, data, loss, SgdConfig.of(Schedule.step(new long[] {9}, new double[] {0.1, 0.01})));
    }

    static List<SgdConfig> embeddingConfigs() {
        SgdConfig momentum = SgdConfig.of(0.1).withMomentum(0.9);
        return List.of(
                SgdConfig.of(0.1).withClipvalue(0.01),
                momentum.withGlobalClipnorm(1),
                momentum.withNesterov(true).withWeightDecay(1e-4));
    }

    @ParameterizedTest
    @MethodSource("embeddingConfigs")
    void embeddingStepsAllocateNothing(SgdConfig config) {
        Sequential model = new Sequential(
                List.of(Embedding.create(50, 8, 12, Key.of(1)), Dense.create(8, 4, UNIFORM, UNIFORM, Key.of(2))),
                BATCH);
        Dataset data = new Dataset(1600, Fixtures.npyFloats("tokens"), Fixtures.npyFloats("token_labels"));
        check(model, data, Loss.SPARSE_CATEGORICAL_CROSSENTROPY, config);
    }

    private static void check(Sequential model, Dataset data, Loss loss, SgdConfig config) {
        Sgd sgd = new Sgd(config, model.parameters());
        int[] order = new int[BATCH];
        float[] x = new float[BATCH * data.featureSize()];
        float[] targets = new float[BATCH * data.targetSize()];
        assertThat(Allocation.perCall(() -> step(model, data, loss, sgd, order, x, targets)))
                .isZero();
    }

    private static void step(
            Sequential model, Dataset data, Loss loss, Sgd sgd, int[] order, float[] x, float[] targets) {
        for (int i = 0; i < BATCH; i++) {
            order[i] = (int) (sgd.iterations() * BATCH + i) % data.size();
        }
        data.gather(order, 0, BATCH, x, targets);
        model.lossAndGradients(BATCH, x, targets, loss);
        loss.correct(BATCH, model.outputSize(), model.lastOutputs(), targets);
        sgd.step();
    }
}
