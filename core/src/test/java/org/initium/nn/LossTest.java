// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class LossTest {
    /** Unit roundoff of float. */
    private static final double U = 0x1p-24;

    private static final int BATCH = 6;
    private static final int N = 4;
    private static final float[] Z = Fixtures.random(21, BATCH * N, 5);
    private static final float[] LABELS = {0, 3, 1, 2, 2, 0};
    /** Some rows do not sum to 1, which Keras allows. */
    private static final float[] ROWS = {
        1, 0, 0, 0, 0, 0, 0, 1, 0.25f, 0.5f, 0.25f, 0, 0, 0, 0.5f, 0.25f, 1, 1, 0, 0, 0.1f, 0.2f, 0.3f, 0.4f
    };

    /** Both are sums of some twenty terms below 10 in double precision: 1e-14 leaves a factor of four. */
    @ParameterizedTest
    @EnumSource
    void followsItsFormula(Loss loss) {
        double value = loss.evaluate(BATCH, N, Z, targets(loss), null);
        assertThat(value).isCloseTo(formula(loss, doubles(Z)), within(1e-14 * 10));
    }

    /**
     * Against central differences of the formula, h = 1e-4: truncation below h^2/6 * 1 = 2e-9, rounding below
     * 1e-14 / h = 1e-10. The gradient itself has two roundings to float of numbers below 2 / BATCH (mse: 12 / 12).
     */
    @ParameterizedTest
    @EnumSource
    void hasItsGradient(Loss loss) {
        float[] dz = new float[BATCH * N];
        loss.evaluate(BATCH, N, Z, targets(loss), dz);
        double h = 1e-4;
        for (int i = 0; i < dz.length; i++) {
            double[] above = doubles(Z);
            double[] below = doubles(Z);
            above[i] += h;
            below[i] -= h;
            double expected = (formula(loss, above) - formula(loss, below)) / (2 * h);
            assertThat((double) dz[i]).isCloseTo(expected, within(2 * U + 3e-9));
        }
    }

    /**
     * The mean, and with it the gradient, does not depend on how often the same samples occur; the sum of up to 2 N terms
     * may round each time it grows.
     */
    @ParameterizedTest
    @EnumSource
    void averagesOverTheBatch(Loss loss) {
        int size = loss.targetSize(N);
        float[] z = new float[2 * N];
        float[] t = new float[2 * size];
        for (int copy = 0; copy < 2; copy++) {
            System.arraycopy(Z, 0, z, copy * N, N);
            System.arraycopy(targets(loss), 0, t, copy * size, size);
        }
        float[] once = new float[N];
        float[] twice = new float[2 * N];
        double mean = loss.evaluate(1, N, z, t, once);
        assertThat(loss.evaluate(2, N, z, t, twice)).isCloseTo(mean, within(2 * N * 0x1p-53 * mean));
        for (int j = 0; j < N; j++) {
            assertThat(twice[j]).isEqualTo(once[j] / 2).isEqualTo(twice[N + j]);
        }
    }

    @Test
    void largeLogitsDoNotOverflow() {
        float[] z = {1e4f, -1e4f, 0, 9_999};
        float[] dz = new float[4];
        // log(1 + e^-1) for the first class, and 2e4 more for the second.
        double rest = Math.log1p(Math.exp(-1));
        assertThat(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.evaluate(1, 4, z, new float[] {0}, dz))
                .isCloseTo(rest, within(1e-15));
        assertThat((double) dz[0]).isCloseTo(1 / (1 + Math.exp(-1)) - 1, within(U));
        assertThat(Loss.CATEGORICAL_CROSSENTROPY.evaluate(1, 4, z, new float[] {0, 1, 0, 0}, null))
                .isCloseTo(20_000 + rest, within(1e-11));
        assertThat(Loss.BINARY_CROSSENTROPY.evaluate(1, 4, z, new float[] {1, 0, 1, 0}, dz))
                .isCloseTo((Math.log(2) + 9_999) / 4, within(1e-12));
        assertThat(dz).containsExactly(0, 0, -0.125f, 0.25f);
    }

    /** A loss of e^-20 must not be lost against the 1 of the largest exponential's float. */
    @Test
    void confidentGradientsKeepTheirDigits() {
        float[] dz = new float[2];
        Loss.SPARSE_CATEGORICAL_CROSSENTROPY.evaluate(1, 2, new float[] {20, 0}, new float[] {0}, dz);
        double p = 1 / (1 + Math.exp(20));
        // 1 - p is formed in double precision: 1e-16 / p = 5e-8 of it, next to one rounding to float.
        assertThat((double) dz[0]).isCloseTo(-p, within(1.2e-7 * p));
        assertThat((double) dz[1]).isCloseTo(p, within(1.2e-7 * p));
    }

    @ParameterizedTest
    @EnumSource
    void reportsNan(Loss loss) {
        float[] z = Z.clone();
        z[5] = Float.NaN;
        assertThat(loss.evaluate(BATCH, N, z, targets(loss), null)).isNaN();
    }

    @Test
    void impossibleClassesCostInfinity() {
        float[] z = {0, Float.NEGATIVE_INFINITY};
        assertThat(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.evaluate(1, 2, z, new float[] {1}, null))
                .isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.evaluate(1, 2, z, new float[] {0}, null))
                .isZero();
        assertThat(Loss.CATEGORICAL_CROSSENTROPY.evaluate(1, 2, z, new float[] {1, 0}, null))
                .isZero();
    }

    @Test
    void countsCorrectPredictions() {
        float[] z = {1, 3, 2, 5, 5, 4, -3, -2, -1};
        assertThat(Loss.SPARSE_CATEGORICAL_CROSSENTROPY.correct(3, 3, z, new float[] {1, 0, 0}))
                .isEqualTo(2); // The first of equal outputs counts, as in NumPy.
        float[] rows = {0, 1, 0, 0, 1, 0, 0.1f, 0.2f, 0.7f};
        assertThat(Loss.CATEGORICAL_CROSSENTROPY.correct(3, 3, z, rows)).isEqualTo(2);
        float[] bits = {1, 1, 0, 1, 1, 1, 0, 0, 1};
        assertThat(Loss.BINARY_CROSSENTROPY.correct(3, 3, z, bits)).isEqualTo(7);
        assertThat(Loss.BINARY_CROSSENTROPY.correct(1, 1, new float[] {0}, new float[] {0}))
                .isEqualTo(1); // 0 is not above the threshold.
        assertThat(Loss.BINARY_CROSSENTROPY.predictionsPerSample(3)).isEqualTo(3);
        assertThat(Loss.MEAN_SQUARED_ERROR.predictionsPerSample(3)).isZero();
        assertThat(Loss.MEAN_SQUARED_ERROR.correct(3, 3, z, rows)).isZero();
    }

    @ParameterizedTest
    @ValueSource(floats = {-1, 4, 0.5f, Float.NaN, Float.POSITIVE_INFINITY, 3e9f})
    void refusesWhatIsNoClass(float label) {
        float[] labels = LABELS.clone();
        labels[2] = label;
        float[] dz = new float[BATCH * N];
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.SPARSE_CATEGORICAL_CROSSENTROPY.evaluate(BATCH, N, Z, labels, dz))
                .withMessage("target of sample 2 is " + label + ", expected a class: a whole number from 0 to 3");
        assertThat(dz).containsOnly(0);
    }

    @ParameterizedTest
    @EnumSource
    void refusesShortArrays(Loss loss) {
        float[] targets = targets(loss);
        float[] shorter = Arrays.copyOf(targets, targets.length - 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.evaluate(BATCH, N, Z, shorter, null))
                .withMessageStartingWith("targets has " + shorter.length + " elements");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.evaluate(BATCH, N, new float[BATCH * N - 1], targets, null))
                .withMessage("z has 23 elements, expected 4 for each of 6 samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.evaluate(BATCH, N, Z, targets, new float[BATCH * N - 1]))
                .withMessage("dz has 23 elements, expected 4 for each of 6 samples");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> loss.evaluate(0, N, Z, targets, null))
                .withMessage("batch is 0 and outputs is 4, expected both 1 or more");
    }

    @ParameterizedTest
    @EnumSource
    void isFoundByItsName(Loss loss) {
        assertThat(Loss.of(loss.kerasName())).isEqualTo(loss);
    }

    @Test
    void namesWhatThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Loss.of("mse"))
                .withMessage("unknown loss 'mse', expected one of sparse_categorical_crossentropy,"
                        + " categorical_crossentropy, binary_crossentropy, mean_squared_error");
    }

    private static float[] targets(Loss loss) {
        return loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY ? LABELS : ROWS;
    }

    private static double[] doubles(float[] x) {
        double[] out = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            out[i] = x[i];
        }
        return out;
    }

    /** Straight from the definitions; the logits are small enough for that. */
    private static double formula(Loss loss, double[] z) {
        double total = 0;
        for (int i = 0; i < BATCH * N; i++) {
            double partition = 0;
            for (int k = i / N * N; k < i / N * N + N; k++) {
                partition += Math.exp(z[k]);
            }
            double t = loss == Loss.SPARSE_CATEGORICAL_CROSSENTROPY ? (LABELS[i / N] == i % N ? 1 : 0) : ROWS[i];
            double sigmoid = 1 / (1 + Math.exp(-z[i]));
            total += switch (loss) {
                case SPARSE_CATEGORICAL_CROSSENTROPY, CATEGORICAL_CROSSENTROPY ->
                    -t * Math.log(Math.exp(z[i]) / partition);
                case BINARY_CROSSENTROPY -> -(t * Math.log(sigmoid) + (1 - t) * Math.log(1 - sigmoid)) / N;
                case MEAN_SQUARED_ERROR -> (z[i] - t) * (z[i] - t) / N;
            };
        }
        return total / BATCH;
    }
}
