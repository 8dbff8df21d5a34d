// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.initium.Shape;
import org.initium.random.Key;
import org.initium.random.Permutation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows of a table that wait for their updates end up with the bits of those that do not, and nobody touches them meanwhile. */
class WaitingRowsTest {
    private static final int VOCABULARY = 61;
    /** Not a multiple of 4, so that the parts of a norm begin anywhere in a row; and of more than one vector. */
    private static final int DIM = 19;

    private static final int TOKENS = 3;
    private static final int BATCH = 4;
    private static final int STEPS = 300;

    static List<SgdConfig> configs() {
        SgdConfig falling = SgdConfig.of(Schedule.exponential(0.5, 40, 0.5, false));
        SgdConfig momentum = falling.withMomentum(0.9);
        return List.of(
                falling,
                falling.withGlobalClipnorm(0.4),
                momentum,
                momentum.withNesterov(true),
                falling.withMomentum(1),
                // At rest after some 150 updates, and stuck at a subnormal velocity.
                falling.withMomentum(0.5),
                falling.withMomentum(0.5).withNesterov(true),
                momentum.withClipnorm(0.3),
                momentum.withNesterov(true).withGlobalClipnorm(0.4),
                momentum.withClipvalue(0.01),
                momentum.withWeightDecay(1e-3),
                momentum.withNesterov(true).withWeightDecay(1e-3).withClipnorm(0.3));
    }

    /** Forward reads rows as they come; everything is read now and then; in the middle the run moves to new objects. */
    @ParameterizedTest
    @MethodSource("configs")
    void endWithTheBitsOfTheOthers(SgdConfig config) {
        Run run = new Run(config);
        PatientSgd expected = new PatientSgd(config, run.table, run.bias);
        for (int step = 0; step < STEPS; step++) {
            if (step % 3 != 2) { // The update itself must not rely on a forward pass.
                assertThat(run.forward(step)).containsExactly(average(tokens(step), expected.w[0]));
            }
            run.backward(step);
            expected.step(run.table.namedGradient(), run.bias.namedGradient());
            run.sgd.step();
            if (step % 97 == 96) {
                assertSame(run, expected);
            }
            if (step == STEPS / 2) {
                run = run.resumed();
            }
        }
        assertSame(run, expected);
    }

    /** Two optimizers take turns: each one's debts are settled before the other moves. */
    @Test
    void changeTheirDebtor() {
        SgdConfig config = SgdConfig.of(0.5).withMomentum(0.9);
        Run run = new Run(config);
        Sgd second = new Sgd(config, List.of(run.table, run.bias));
        PatientSgd expected = new PatientSgd(config, run.table, run.bias);
        PatientSgd other = new PatientSgd(config, run.table, run.bias);
        other.w = expected.w;
        for (int step = 0; step < 40; step++) {
            run.forward(step);
            run.backward(step);
            boolean first = step / 5 % 2 == 0;
            (first ? expected : other).step(run.table.namedGradient(), run.bias.namedGradient());
            (first ? run.sgd : second).step();
        }
        assertSame(run, expected);
        assertThat(second.velocities().get(0)).containsExactly(other.m[0]);
    }

    /** Whoever asks for the gradient may have changed any of it. */
    @Test
    void moveWhenSomebodyElseWritesTheirGradient() {
        SgdConfig config = SgdConfig.of(0.5).withMomentum(0.9);
        Run run = new Run(config);
        PatientSgd expected = new PatientSgd(config, run.table, run.bias);
        for (int step = 0; step < 60; step++) {
            run.forward(step);
            run.backward(step);
            if (step % 10 == 9) {
                float[] g = run.table.grad();
                for (int i = 0; i < g.length; i++) {
                    g[i] += 0.01f;
                }
            }
            expected.step(run.table.namedGradient(), run.bias.namedGradient());
            run.sgd.step();
        }
        assertSame(run, expected);
    }

    /** As in Keras, a gradient whose norm is not finite spoils the whole table, or all parameters. */
    @Test
    void becomeNanWithTheOthers() {
        for (SgdConfig config : List.of(
                SgdConfig.of(0.1).withGlobalClipnorm(1),
                SgdConfig.of(0.1).withMomentum(0.9).withClipnorm(1))) {
            Run run = new Run(config);
            run.forward(0);
            run.backward(0);
            run.table.namedGradient()[(int) tokens(0)[0] * DIM] = Float.NaN;
            run.sgd.step();
            for (float w : run.table.value()) {
                assertThat(w).isNaN();
            }
        }
    }

    /**
     * The gradient and the velocity of every row that does not occur are NaN, its value is 7: it stays 7, and the NaN stay
     * where they are. So a step touches the rows that occur, and no other, whatever the size of the vocabulary.
     */
    @Test
    void areNotTouched() {
        int vocabulary = 5_000;
        SgdConfig config = SgdConfig.of(0.1).withMomentum(0.9).withGlobalClipnorm(1e-3);
        Parameter table = new Parameter("embeddings", Shape.of(vocabulary, DIM), new float[vocabulary * DIM]);
        Embedding layer = new Embedding(table, TOKENS);
        Sgd sgd = new Sgd(config, List.of(table));
        float[] w = table.value();
        float[] m = sgd.velocities().get(0);
        float[] g = table.namedGradient();
        float[] x = {4_999, 17, 17, 2, 0, 4_000};
        float[] y = new float[2 * DIM];
        float[] dy = Fixtures.random(1, y.length, 1);
        layer.backward(2, x, y, dy, null); // Clears the gradient that nobody had named rows of.
        boolean[] occurs = new boolean[vocabulary];
        for (float id : x) {
            occurs[(int) id] = true;
        }
        for (int i = 0; i < w.length; i++) {
            if (!occurs[i / DIM]) {
                w[i] = 7;
                g[i] = Float.NaN;
                m[i] = Float.NaN;
            }
        }
        for (int step = 0; step < 5; step++) {
            layer.forward(2, x, y);
            layer.backward(2, x, y, dy, null);
            sgd.step();
        }
        for (int i = 0; i < w.length; i++) {
            if (occurs[i / DIM]) {
                assertThat(w[i]).isNotZero().isNotNaN();
            } else {
                assertThat(w[i]).isEqualTo(7);
                assertThat(g[i]).isNaN();
            }
        }
        assertThat(table.gradientRows().spans()).isEqualTo(5);
        for (float value : table.value()) { // Asked for all of it, the optimizer moves the others as well.
            assertThat(value).isNotEqualTo(7);
        }
    }

    private static void assertSame(Run run, PatientSgd expected) {
        assertThat(run.table.value()).containsExactly(expected.w[0]);
        assertThat(run.bias.value()).containsExactly(expected.w[1]);
        List<float[]> velocities = run.sgd.velocities();
        for (int p = 0; p < velocities.size(); p++) {
            assertThat(velocities.get(p)).containsExactly(expected.m[p]);
        }
    }

    /** Ids of a step: those of low numbers often, some not for a hundred steps, the last ones never. */
    private static float[] tokens(int step) {
        int[] order = new int[VOCABULARY - 3];
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
        }
        Permutation.shuffle(Key.of(9).child(step), order);
        float[] ids = new float[BATCH * TOKENS];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = i == 0 ? order[i] : order[i] / 4;
        }
        return ids;
    }

    private static float[] average(float[] ids, float[] table) {
        float[] y = new float[BATCH * DIM];
        for (int i = 0; i < BATCH; i++) {
            for (int j = 0; j < DIM; j++) {
                float sum = 0;
                for (int t = 0; t < TOKENS; t++) {
                    sum += table[(int) ids[i * TOKENS + t] * DIM + j];
                }
                y[i * DIM + j] = sum / TOKENS;
            }
        }
        return y;
    }

    /** A table whose rows wait, and a bias beside it, with made-up gradients. */
    private static final class Run {
        final Parameter table;
        final Parameter bias;
        final Embedding layer;
        final Sgd sgd;

        Run(SgdConfig config) {
            this(config, Fixtures.random(1, VOCABULARY * DIM, 0.05), Fixtures.random(2, 7, 0.05));
        }

        private Run(SgdConfig config, float[] tableValue, float[] biasValue) {
            tableValue[(VOCABULARY - 1) * DIM] = -0f;
            table = new Parameter("embeddings", Shape.of(VOCABULARY, DIM), tableValue);
            bias = new Parameter("bias", Shape.of(7), biasValue);
            layer = new Embedding(table, TOKENS);
            sgd = new Sgd(config, List.of(table, bias));
        }

        float[] forward(int step) {
            float[] y = new float[BATCH * DIM];
            layer.forward(BATCH, tokens(step), y);
            return y;
        }

        void backward(int step) {
            layer.backward(BATCH, tokens(step), null, Fixtures.random(100 + step, BATCH * DIM, 1), null);
            System.arraycopy(Fixtures.random(900 + step, 7, 0.1), 0, bias.grad(), 0, 7);
        }

        /** The same state in other objects, as after writing it to a file and reading it. */
        Run resumed() {
            List<float[]> velocities = sgd.velocities();
            Run next = new Run(sgd.config(), table.value().clone(), bias.value().clone());
            System.arraycopy(table.value(), 0, next.table.value(), 0, VOCABULARY * DIM);
            next.sgd.resumeAt(sgd.iterations());
            for (int p = 0; p < velocities.size(); p++) {
                float[] from = velocities.get(p);
                System.arraycopy(from, 0, next.sgd.velocities().get(p), 0, from.length);
            }
            return next;
        }
    }
}
