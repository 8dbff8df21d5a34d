// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import org.initium.Shape;
import org.initium.verification.checks.Verdict;

/**
 * Linear nets of orthogonal layers keep the length of every signal, times the gain, at any depth: A. M. Saxe, J. L. McClelland, S.
 * Ganguli (2014), "Exact solutions to the nonlinear dynamics of learning in deep linear neural networks", section 3.
 *
 * <p>The measure is that of LAPACK's own tests, as in {@link org.initium.verification.haar.OrthogonalityCheck}: a kernel W passes
 * if {@code |W W' - I| <= 30 n eps} with {@code n = max(in, out)} and {@code eps = 2^-24}. Then each layer changes the logarithm
 * of the squared length by no more, and L layers by L times that. So the ratio of the change to {@code n eps}, summed over the
 * layers passed, is held against 30 after every layer.
 */
public final class IsometryCheck {
    /** The check's name in reports. */
    public static final String NAME = "isometry";

    private static final double THRESHOLD = 30;
    private static final double EPS = 0x1p-24;

    private IsometryCheck() {}

    /**
     * The verdict on many nets.
     *
     * @param weights kernels with orthonormal rows times the gain
     * @param gain above 0
     * @param widths numbers that go into the first layer, then units of each layer, never fewer than before
     * @param count number of nets, 1 or more
     * @param input (widths[0]), finite and not all 0
     * @throws IllegalArgumentException if an argument is out of its range
     */
    public static Verdict check(WeightSource weights, double gain, int[] widths, int count, float[] input) {
        int[] sizes = Nets.requireWidths(widths);
        float[] x = Nets.requireInput(input, sizes[0]);
        if (!(gain > 0) || count < 1) {
            throw new IllegalArgumentException(
                    "gain is " + gain + " and count is " + count + ", expected both above 0");
        }
        double worst = 0;
        int worstDepth = 0;
        for (int net = 0; net < count; net++) {
            double[] a = ForwardPass.widen(x);
            double length = ForwardPass.square(a);
            double unit = 0;
            for (int layer = 0; layer + 1 < sizes.length; layer++) {
                int in = sizes[layer];
                int out = sizes[layer + 1];
                if (out < in) {
                    throw new IllegalArgumentException("layer " + layer + " has " + out + " units for " + in
                            + " inputs, expected as many or more: fewer cannot keep every length");
                }
                a = ForwardPass.product(a, ForwardPass.draw(weights, net, layer, Shape.of(in, out)), out);
                for (int j = 0; j < out; j++) {
                    a[j] /= gain;
                }
                unit += out * EPS;
                double ratio = Math.abs(StrictMath.log(ForwardPass.square(a) / length)) / unit;
                // Written so that a NaN wins and stays.
                if (!(ratio <= worst) && !Double.isNaN(worst)) {
                    worst = ratio;
                    worstDepth = layer + 1;
                }
            }
        }
        String detail =
                "N = " + count + " nets of " + (sizes.length - 1) + " layers; the worst is at depth " + worstDepth;
        return Verdict.atMost(worst, THRESHOLD, "change of length in units of n eps per layer", detail, 0)
                .detecting(detectable(sizes[sizes.length - 1]), "relative error of the gain of every layer");
    }

    /**
     * The relative error of the gain that the check is sure to find: {@code 30 n eps}, twice what changes the logarithm of the
     * square by the gate, for the matrices may be off by as much the other way.
     *
     * @param n largest width
     */
    public static double detectable(int n) {
        return StrictMath.expm1(THRESHOLD * n * EPS);
    }
}
