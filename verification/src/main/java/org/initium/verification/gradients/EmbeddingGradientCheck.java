// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.gradients;

import static org.initium.verification.gradients.GradientComparison.absolute;
import static org.initium.verification.gradients.GradientComparison.dot;
import static org.initium.verification.gradients.GradientComparison.gamma;
import static org.initium.verification.gradients.GradientComparison.toDouble;

import org.initium.nn.Layer;
import org.initium.verification.checks.Verdict;

/** The gradient of an embedding with respect to its table, the rows of ids that do not occur included: those are 0. */
public final class EmbeddingGradientCheck {
    /** The check's name in reports. */
    public static final String NAME = GradientComparison.NAME;

    /** The name in reports of the slope of the Taylor remainder. */
    public static final String SLOPE_NAME = TaylorRemainder.NAME;

    private EmbeddingGradientCheck() {}

    /**
     * The verdict on the table's gradient.
     *
     * <p>Each component adds {@code dy / tokens} for every occurrence of its id: a division and as many sums, so
     * {@code gamma(occurrences + 1)} of the sum of magnitudes.
     *
     * @param layer with the parameter table (vocabulary, dim)
     * @param batch number of samples
     * @param ids (batch, tokens)
     * @param dy (batch, dim), gradient with respect to the output
     */
    public static Verdict check(Layer layer, int batch, int[] ids, float[] dy) {
        int tokens = layer.inputSize();
        int dim = layer.outputSize();
        float[] analytic = tableGradient(layer, batch, ids, dy);

        double[] table = toDouble(layer.parameters().get(0).value());
        double[] cotangent = toDouble(dy);
        double[] numeric = CentralDifference.gradient(
                t -> dot(cotangent, ReferenceNetwork.embedding(batch, tokens, dim, ids, t)), table);

        double all = dot(absolute(cotangent), ReferenceNetwork.embedding(batch, tokens, dim, ids, absolute(table)));
        double[] magnitudes = new double[table.length];
        int[] occurrences = new int[table.length / dim];
        for (int at = 0; at < ids.length; at++) {
            occurrences[ids[at]]++;
            for (int j = 0; j < dim; j++) {
                magnitudes[ids[at] * dim + j] += Math.abs(cotangent[at / tokens * dim + j]) / tokens;
            }
        }
        double[] tolerance = new double[table.length];
        for (int i = 0; i < tolerance.length; i++) {
            tolerance[i] = gamma(occurrences[i / dim] + 1) * magnitudes[i]
                    + CentralDifference.error(2 * tokens + 2 * batch * dim, all, 0, table[i]);
        }
        return GradientComparison.compare(analytic, numeric, tolerance);
    }

    /**
     * The slope of the Taylor remainder with respect to the table.
     *
     * @param layer with the parameter table (vocabulary, dim)
     * @param batch number of samples
     * @param ids (batch, tokens)
     * @param dy (batch, dim), gradient with respect to the output
     */
    public static Verdict slope(Layer layer, int batch, int[] ids, float[] dy) {
        int tokens = layer.inputSize();
        int dim = layer.outputSize();
        double[] cotangent = toDouble(dy);
        return TaylorRemainder.ofALayer(
                t -> dot(cotangent, ReferenceNetwork.embedding(batch, tokens, dim, ids, t)),
                toDouble(layer.parameters().get(0).value()),
                tableGradient(layer, batch, ids, dy));
    }

    private static float[] tableGradient(Layer layer, int batch, int[] ids, float[] dy) {
        float[] x = new float[ids.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = ids[i];
        }
        float[] y = new float[batch * layer.outputSize()];
        layer.forward(batch, x, y);
        layer.backward(batch, x, y, dy, null);
        return layer.parameters().get(0).grad();
    }
}
