// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;

/**
 * A linear regression and the path of gradient descent on its mean squared error, in closed form.
 *
 * <p>With the samples as rows of A, a last column of ones for the bias, the gradient is {@code H (w - w*)} with {@code H = 2 A'A /
 * samples}, so from 0 at rate r step k leads to {@code w_k = (I - (I - r H)^k) w*}: in the coordinates of H's eigenvectors {@code
 * (1 - (1 - r l)^k) w*}, with l the eigenvalue. It nears w* if and only if r is below 2 over the largest of them. H is symmetric,
 * its eigenvalues and vectors those of commons-math3 to a few 1e-16.
 */
final class RegressionProblem {
    private final int samples;
    private final int features;
    private final float[] x;
    private final float[] targets;
    private final double[] eigenvalues;
    /** Columns are eigenvectors, the largest eigenvalue's first. */
    private final RealMatrix vectors;
    /** w* in their coordinates. */
    private final double[] solution;

    /** Random features, standard normal, and targets that depend on them linearly, with a bias and noise. */
    RegressionProblem(int samples, int features, Key key) {
        this.samples = samples;
        this.features = features;
        this.x = normals(key.child(0), samples * features);
        this.targets = normals(key.child(1), samples);
        float[] truth = normals(key.child(2), features + 1);
        double[][] a = new double[samples][features + 1];
        for (int i = 0; i < samples; i++) {
            double sum = targets[i] + truth[features];
            for (int j = 0; j < features; j++) {
                a[i][j] = x[i * features + j];
                sum += a[i][j] * truth[j];
            }
            a[i][features] = 1;
            targets[i] = (float) sum;
        }
        RealMatrix matrix = new Array2DRowRealMatrix(a, false);
        RealMatrix h = matrix.transpose().multiply(matrix).scalarMultiply(2.0 / samples);
        EigenDecomposition decomposition = new EigenDecomposition(h);
        double[] t = new double[samples];
        for (int i = 0; i < samples; i++) {
            t[i] = targets[i];
        }
        this.eigenvalues = decomposition.getRealEigenvalues();
        this.vectors = decomposition.getV();
        this.solution = vectors.preMultiply(matrix.preMultiply(t));
        for (int i = 0; i < solution.length; i++) {
            solution[i] *= 2.0 / samples / eigenvalues[i];
        }
    }

    private static float[] normals(Key key, int n) {
        float[] out = new float[n];
        Samplers.of(key).normal(0, 1, Slice.all(n), out, 0);
        return out;
    }

    /** Two over the largest eigenvalue: the rate from which descent diverges. */
    double criticalRate() {
        return 2 / eigenvalues[0];
    }

    /** What a trainer makes of it: the weights after each step. */
    float[][] descend(Regression regression, double rate, int steps) {
        return regression.descend(samples, features, x.clone(), targets.clone(), rate, steps);
    }

    /** The largest |1 - rate l|: by what a step multiplies an error at most. */
    double growth(double rate) {
        double largest = 0;
        for (double l : eigenvalues) {
            largest = Math.max(largest, Math.abs(1 - rate * l));
        }
        return largest;
    }

    /** w_k, kernel and then bias. */
    double[] path(double rate, int k) {
        double[] coordinates = new double[solution.length];
        for (int i = 0; i < coordinates.length; i++) {
            coordinates[i] = (1 - StrictMath.pow(1 - rate * eigenvalues[i], k)) * solution[i];
        }
        return vectors.operate(coordinates);
    }

    /** Euclidean length of the derivative of w_k with respect to the logarithm of the rate. */
    double sensitivity(double rate, int k) {
        double sum = 0;
        for (int i = 0; i < solution.length; i++) {
            double l = eigenvalues[i];
            double d = k * rate * l * StrictMath.pow(1 - rate * l, k - 1) * solution[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }

    /** The error of weights along the eigenvector of the largest eigenvalue. */
    double leadingError(float[] w) {
        double along = -solution[0];
        for (int j = 0; j < w.length; j++) {
            along += w[j] * vectors.getEntry(j, 0);
        }
        return along;
    }

    /** Its size before the first step. */
    double leadingErrorAtStart() {
        return -solution[0];
    }

    /**
     * A bound of the Euclidean length of the rounding error that a step in floats makes, from these weights: the outputs, sums of
     * features + 1 products; their errors, doubled and divided; the gradient, sums over the samples; and the update.
     */
    double stepError(double[] w, double rate) {
        double[] magnitudes = new double[features + 1];
        double[] gradient = new double[features + 1];
        double[] error = new double[features + 1];
        for (int i = 0; i < samples; i++) {
            double z = w[features];
            double size = Math.abs(z);
            for (int j = 0; j < features; j++) {
                double term = x[i * features + j] * w[j];
                z += term;
                size += Math.abs(term);
            }
            double dz = 2 * (z - targets[i]) / samples;
            double errorOfDz = 2 * Rounding.gamma(features + 2) * size / samples + 3 * Rounding.UNIT * Math.abs(dz);
            for (int j = 0; j <= features; j++) {
                double feature = j == features ? 1 : x[i * features + j];
                gradient[j] += feature * dz;
                magnitudes[j] += Math.abs(feature * dz);
                error[j] += Math.abs(feature) * errorOfDz;
            }
        }
        double sum = 0;
        for (int j = 0; j <= features; j++) {
            double step = rate * gradient[j];
            double e = rate * (error[j] + Rounding.gamma(samples + 1) * magnitudes[j])
                    + Rounding.UNIT * (2 * Math.abs(step) + Math.abs(w[j] - step));
            sum += e * e;
        }
        return Math.sqrt(sum);
    }
}
