// SPDX-License-Identifier: Apache-2.0
package org.initium.nn.kernel;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.initium.simd.Simd;

/**
 * {@link EmbeddingKernel} on whole vectors of columns: the operations of {@link EmbeddingKernelScalar}, lane by lane, and
 * columns that do not fill a vector by that kernel itself.
 *
 * <p>Four vectors at a time, so that most cache lines of a row are asked for together.
 */
final class EmbeddingKernelVector implements EmbeddingKernel {
    private static final VectorSpecies<Float> FLOAT = Simd.FLOAT;
    private static final int LANES = FLOAT.length();
    private static final EmbeddingKernelScalar REST = new EmbeddingKernelScalar();

    @Override
    public void average(int batch, int tokens, int dim, float[] x, float[] e, float[] y) {
        for (int i = 0; i < batch; i++) {
            int j = 0;
            for (; j <= dim - 4 * LANES; j += 4 * LANES) {
                averageFour(j, i, tokens, dim, x, e, y);
            }
            for (; j <= dim - LANES; j += LANES) {
                averageOne(j, i, tokens, dim, x, e, y);
            }
            REST.average(j, dim, i, tokens, dim, x, e, y);
        }
    }

    private static void averageFour(int j, int i, int tokens, int dim, float[] x, float[] e, float[] y) {
        FloatVector s0 = FloatVector.zero(FLOAT);
        FloatVector s1 = FloatVector.zero(FLOAT);
        FloatVector s2 = FloatVector.zero(FLOAT);
        FloatVector s3 = FloatVector.zero(FLOAT);
        for (int t = i * tokens; t < (i + 1) * tokens; t++) {
            int at = (int) x[t] * dim + j;
            s0 = s0.add(FloatVector.fromArray(FLOAT, e, at));
            s1 = s1.add(FloatVector.fromArray(FLOAT, e, at + LANES));
            s2 = s2.add(FloatVector.fromArray(FLOAT, e, at + 2 * LANES));
            s3 = s3.add(FloatVector.fromArray(FLOAT, e, at + 3 * LANES));
        }
        int to = i * dim + j;
        s0.div(tokens).intoArray(y, to);
        s1.div(tokens).intoArray(y, to + LANES);
        s2.div(tokens).intoArray(y, to + 2 * LANES);
        s3.div(tokens).intoArray(y, to + 3 * LANES);
    }

    private static void averageOne(int j, int i, int tokens, int dim, float[] x, float[] e, float[] y) {
        FloatVector sum = FloatVector.zero(FLOAT);
        for (int t = i * tokens; t < (i + 1) * tokens; t++) {
            sum = sum.add(FloatVector.fromArray(FLOAT, e, (int) x[t] * dim + j));
        }
        sum.div(tokens).intoArray(y, i * dim + j);
    }

    @Override
    public void spread(int batch, int tokens, int dim, float[] x, float[] dy, float[] de) {
        for (int i = 0; i < batch; i++) {
            int j = 0;
            for (; j <= dim - 4 * LANES; j += 4 * LANES) {
                spreadFour(j, i, tokens, dim, x, dy, de);
            }
            for (; j <= dim - LANES; j += LANES) {
                spreadOne(j, i, tokens, dim, x, dy, de);
            }
            REST.spread(j, dim, i, tokens, dim, x, dy, de);
        }
    }

    private static void spreadFour(int j, int i, int tokens, int dim, float[] x, float[] dy, float[] de) {
        int from = i * dim + j;
        FloatVector s0 = FloatVector.fromArray(FLOAT, dy, from).div(tokens);
        FloatVector s1 = FloatVector.fromArray(FLOAT, dy, from + LANES).div(tokens);
        FloatVector s2 = FloatVector.fromArray(FLOAT, dy, from + 2 * LANES).div(tokens);
        FloatVector s3 = FloatVector.fromArray(FLOAT, dy, from + 3 * LANES).div(tokens);
        for (int t = i * tokens; t < (i + 1) * tokens; t++) {
            int at = (int) x[t] * dim + j;
            FloatVector.fromArray(FLOAT, de, at).add(s0).intoArray(de, at);
            FloatVector.fromArray(FLOAT, de, at + LANES).add(s1).intoArray(de, at + LANES);
            FloatVector.fromArray(FLOAT, de, at + 2 * LANES).add(s2).intoArray(de, at + 2 * LANES);
            FloatVector.fromArray(FLOAT, de, at + 3 * LANES).add(s3).intoArray(de, at + 3 * LANES);
        }
    }

    private static void spreadOne(int j, int i, int tokens, int dim, float[] x, float[] dy, float[] de) {
        FloatVector share = FloatVector.fromArray(FLOAT, dy, i * dim + j).div(tokens);
        for (int t = i * tokens; t < (i + 1) * tokens; t++) {
            int at = (int) x[t] * dim + j;
            FloatVector.fromArray(FLOAT, de, at).add(share).intoArray(de, at);
        }
    }
}
