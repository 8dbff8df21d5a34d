// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import java.util.List;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.stats.BoundedMean;
import org.initium.verification.stats.BoundedVariance;
import org.initium.verification.stats.Moments;
import org.initium.verification.stats.SubGaussianMean;

/**
 * Moments of the traces of square matrices of Haar's law, each a check: {@code tr Q} has mean 0 and variance 1, {@code tr Q^2} mean 1 and
 * variance 2, at every size n from 2 on. P. Diaconis, S. N. Evans (2001), "Linear functionals of eigenvalues of random matrices",
 * Transactions of the AMS 353: moments of degree k in Q are those of normal numbers, {@code Z} and {@code 1 + sqrt(2) Z}, if {@code k <= 2 n}.
 * Traces belong to the whole matrix, whatever the basis: the Q of a QR factorisation as it comes, with the signs of Householder's
 * reflectors, has a mean trace of -0.5 for n = 3 and -1.6 for n = 8.
 *
 * <p>All gates are true bounds at every number of matrices; {@code |tr Q| <= n} and {@code |tr Q^2 - 1| <= n + 1}.
 */
public enum TraceMoment {
    /**
     * The mean of {@code tr Q}, strictly sub-Gaussian: the mean of {@code (tr Q)^k} is the dimension of what O(n) leaves fixed in tensors of k
     * vectors, which the pairings of k places span (H. Weyl 1939, "The Classical Groups", chapter II). That is 0 for odd k, and at most
     * {@code (k - 1)!!}, the moment of a standard normal number, for even k; so the moment generating function is at most
     * {@code exp(s^2 / 2)}.
     */
    TRACE_MEAN("trace_mean") {
        @Override
        Verdict judge(float[] traces, int n, double alpha) {
            int count = traces.length;
            double mean = Moments.about(0, traces).deviation();
            return Verdict.atMost(
                            Math.sqrt(count) * Math.abs(mean),
                            SubGaussianMean.critical(count, alpha),
                            "|z|",
                            detail(count, "average of tr Q " + mean + ", expected 0"),
                            alpha)
                    .detecting(SubGaussianMean.detectable(count, alpha), "by which E tr Q is off 0");
        }
    },
    /** The mean of {@code (tr Q)^2}, whose own variance is 3 - 1. */
    TRACE_VARIANCE("trace_variance") {
        @Override
        Verdict judge(float[] traces, int n, double alpha) {
            return spread(traces, 0, 1, n, "tr Q", alpha);
        }
    },
    /** The mean of {@code tr Q^2}. */
    SQUARE_MEAN("square_trace_mean") {
        @Override
        Verdict judge(float[] traces, int n, double alpha) {
            int count = traces.length;
            double off = Moments.about(1, traces).deviation();
            return Verdict.atMost(
                            Math.abs(off),
                            BoundedMean.critical(count, 2, n + 1, alpha),
                            "distance from 1",
                            detail(count, "average of tr Q^2 " + (1 + off) + ", expected 1"),
                            alpha)
                    .detecting(BoundedMean.detectable(count, 2, n + 1, alpha), "by which E tr Q^2 is off 1");
        }
    },
    /**
     * The mean of {@code (tr Q^2 - 1)^2}. The fourth moment is {@code 3 * 2^2} from n = 4 on; for n = 3, with angles of density {@code (1 -
     * cos t) / pi}, it is 6, and for n = 2, half of it reflections, 10: at most 3 times the squared variance always.
     */
    SQUARE_VARIANCE("square_trace_variance") {
        @Override
        Verdict judge(float[] traces, int n, double alpha) {
            return spread(traces, 1, Math.sqrt(2), n + 1, "tr Q^2", alpha);
        }
    };

    private static final double KURTOSIS = 3;

    private final String checkName;

    TraceMoment(String checkName) {
        this.checkName = checkName;
    }

    /** The check's name in reports. */
    public String checkName() {
        return checkName;
    }

    /**
     * The verdict on independent matrices.
     *
     * @param matrices row-major, square, 2 x 2 or larger
     * @param alpha how often the check may fail right matrices
     * @throws IllegalArgumentException if the matrices are not of this kind, or there are too few for {@code alpha}
     */
    public Verdict check(List<float[]> matrices, ExpectedLaw.Haar law, double alpha) {
        int n = law.rows();
        if (n != law.columns() || n < 2) {
            throw new IllegalArgumentException(
                    "matrices are " + n + " x " + law.columns() + ", expected square ones of 2 or more rows");
        }
        return judge(traces(matrices, n, law.gain()), n, alpha);
    }

    /** The verdict on one trace of each matrix. */
    abstract Verdict judge(float[] traces, int n, double alpha);

    /** One trace of each matrix, in units of the gain. */
    float[] traces(List<float[]> matrices, int n, double gain) {
        boolean square = this == SQUARE_MEAN || this == SQUARE_VARIANCE;
        float[] traces = new float[matrices.size()];
        for (int m = 0; m < traces.length; m++) {
            float[] q = matrices.get(m);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                if (!square) {
                    sum += q[i * n + i] / gain;
                }
                for (int j = 0; square && j < n; j++) {
                    sum += q[i * n + j] / gain * (q[j * n + i] / gain);
                }
            }
            traces[m] = (float) sum;
        }
        return traces;
    }

    private static Verdict spread(float[] traces, double mean, double stddev, double bound, String of, double alpha) {
        int count = traces.length;
        Moments moments = Moments.about(mean, traces);
        String detail = detail(
                count,
                "average of (" + of + (mean == 0 ? "" : " - 1") + ")^2 " + moments.variance() + ", expected "
                        + Math.round(stddev * stddev));
        return Verdict.atMost(
                        BoundedVariance.z(moments, stddev, KURTOSIS),
                        BoundedVariance.critical(count, KURTOSIS, bound / stddev, alpha),
                        "|z|",
                        detail,
                        alpha)
                .detecting(
                        BoundedVariance.detectable(count, KURTOSIS, bound / stddev, alpha),
                        "relative error of the standard deviation of " + of);
    }

    private static String detail(int count, String found) {
        return "N = " + count + " matrices; " + found;
    }
}
