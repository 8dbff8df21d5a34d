// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DenseTest {
    /** Unit roundoff of float. */
    private static final double U = 0x1p-24;

    /**
     * All three products against double precision. A sum of k products in single precision, fused or not, is off by at most
     * gamma_(k+1) = (k+1) U / (1 - (k+1) U) times the sum of their magnitudes (Higham 2002, section 3.1). Buffers hold NaN
     * before and where nothing may be written.
     */
    @ParameterizedTest
    @CsvSource({"1, 1, 1", "1, 5, 3", "4, 1, 7", "3, 17, 2", "32, 64, 10", "7, 33, 31"})
    void multipliesAndAdds(int batch, int in, int out) {
        Dense dense = Dense.create(
                in, out, TestInitializers.uniform(1), TestInitializers.uniform(1), Key.of(batch * 100 + in));
        float[] w = dense.parameters().get(0).value();
        float[] b = dense.parameters().get(1).value();
        float[] x = Fixtures.random(31, batch * in, 2);
        float[] dy = Fixtures.random(32, batch * out, 2);
        float[] y = nan(batch * out + 3);
        float[] dx = nan(batch * in + 3);
        for (Parameter parameter : dense.parameters()) {
            Arrays.fill(parameter.grad(), Float.NaN);
        }
        dense.forward(batch, x, y);
        dense.backward(batch, x, y, dy, dx);
        for (int i = 0; i < batch; i++) {
            for (int j = 0; j < out; j++) {
                int column = j;
                int row = i;
                check(y[i * out + j], in, k -> (double) x[row * in + k] * w[k * out + column], b[j]);
            }
            for (int k = 0; k < in; k++) {
                int column = k;
                int row = i;
                check(dx[i * in + k], out, j -> (double) dy[row * out + j] * w[column * out + j], 0);
            }
        }
        for (int j = 0; j < out; j++) {
            int column = j;
            for (int k = 0; k < in; k++) {
                int row = k;
                check(
                        dense.parameters().get(0).grad()[k * out + j],
                        batch,
                        i -> (double) x[i * in + row] * dy[i * out + column],
                        0);
            }
            check(dense.parameters().get(1).grad()[j], batch, i -> dy[i * out + column], 0);
        }
        assertThat(Arrays.copyOfRange(y, batch * out, y.length)).containsOnly(Float.NaN);
        assertThat(Arrays.copyOfRange(dx, batch * in, dx.length)).containsOnly(Float.NaN);
    }

    @Test
    void canDoWithoutTheInputGradient() {
        Dense dense = Dense.create(3, 2, TestInitializers.uniform(1), TestInitializers.constant(0), Key.of(1));
        dense.backward(1, new float[] {1, 2, 3}, new float[2], new float[] {1, -1}, null);
        assertThat(dense.parameters().get(0).grad()).containsExactly(1, -1, 2, -2, 3, -3);
        assertThat(dense.parameters().get(1).grad()).containsExactly(1, -1);
    }

    @Test
    void drawsEachParameterFromItsOwnStream() {
        Key key = Key.of(8);
        Dense dense = Dense.create(3, 4, TestInitializers.uniform(1), TestInitializers.uniform(2), key);
        assertThat(dense.parameters().get(0).value())
                .containsExactly(TestInitializers.uniform(1).create(Shape.of(3, 4), Samplers.of(key.child(0))));
        assertThat(dense.parameters().get(1).value())
                .containsExactly(TestInitializers.uniform(2).create(Shape.of(4), Samplers.of(key.child(1))));
        assertThat(dense.parameters()).extracting(Parameter::toString).containsExactly("kernel (3, 4)", "bias (4,)");
    }

    @Test
    void refusesShapesThatDoNotFit() {
        Parameter kernel = new Parameter("kernel", Shape.of(2, 3), new float[6]);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dense(kernel, new Parameter("bias", Shape.of(2), new float[2])))
                .withMessage("bias has shape (2,), expected (3,) to go with a kernel of shape (2, 3)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Dense(new Parameter("kernel", Shape.of(6), new float[6]), kernel))
                .withMessage("kernel has shape (6,), expected (in, out) with both above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> Dense.create(3, 0, TestInitializers.constant(0), TestInitializers.constant(0), Key.of(1)))
                .withMessage("kernel has shape (3, 0), expected (in, out) with both above 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Parameter("kernel", Shape.of(2, 3), new float[5]))
                .withMessage("value of parameter 'kernel' has 5 elements, shape (2, 3) has 6");
    }

    private interface Term {
        double at(int index);
    }

    private static void check(float actual, int terms, Term term, double start) {
        double sum = start;
        double magnitudes = Math.abs(start);
        for (int k = 0; k < terms; k++) {
            sum += term.at(k);
            magnitudes += Math.abs(term.at(k));
        }
        double gamma = (terms + 1) * U / (1 - (terms + 1) * U);
        assertThat((double) actual).isCloseTo(sum, within(gamma * magnitudes));
    }

    private static float[] nan(int length) {
        float[] out = new float[length];
        Arrays.fill(out, Float.NaN);
        return out;
    }
}
