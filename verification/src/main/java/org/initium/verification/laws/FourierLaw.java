// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

/**
 * The kernel (frame, 1, bins) of a short-time Fourier transform with J. von Hann's window: the real or imaginary part of
 * {@code w(t) exp(-2 pi i t k / N) / |w|} for {@code N = 2 (bins - 1)} points and {@code w(t) = sin(pi t / (frame - 1))^2}.
 *
 * @param frame samples of the window, 3 or more
 * @param bins frequencies from 0 to half of the sampling rate, 2 or more
 * @param imaginary which part
 */
public record FourierLaw(int frame, int bins, boolean imaginary) implements ExpectedLaw {
    private static final double U = 0x1p-24;

    /** The exact value of an element, in double precision. */
    public double at(int element) {
        int t = element / bins;
        // Whole turns are taken off in whole numbers, where nothing is lost.
        long part = (long) t * (element % bins) % (2L * (bins - 1));
        double angle = Math.PI * part / (bins - 1);
        return weight(t) * (imaginary ? -StrictMath.sin(angle) : StrictMath.cos(angle));
    }

    /**
     * How far a float computed as Keras does may be off: its angle {@code -2 t (k / N) pi} carries three roundings and that of
     * pi, 3.5 u of itself; window, norm (a square, a sum, a root), sine, product and quotient add at most 8 u of the weight.
     */
    public double tolerance(int element) {
        int t = element / bins;
        double angle = Math.PI * t * (element % bins) / (bins - 1);
        return (3.5 * angle + 8) * U * weight(t);
    }

    /** The largest magnitude that an element can have. */
    public double largest() {
        return weight((frame - 1) / 2);
    }

    /** Average over the elements. */
    public double mean() {
        double sum = 0;
        for (int i = 0; i < frame * bins; i++) {
            sum += at(i);
        }
        return sum / ((double) frame * bins);
    }

    /** Root mean square distance from {@link #mean}. */
    public double stddev() {
        double mean = mean();
        double sum = 0;
        for (int i = 0; i < frame * bins; i++) {
            sum += (at(i) - mean) * (at(i) - mean);
        }
        return Math.sqrt(sum / ((double) frame * bins));
    }

    /** The window over its Euclidean norm: {@code sum sin^4 = 3 (frame - 1) / 8} for frames of 4 and more, 1 for 3. */
    private double weight(int t) {
        // From the nearer end, so that the last sample is exactly 0 as the first is.
        double sine = StrictMath.sin(Math.PI * Math.min(t, frame - 1 - t) / (frame - 1));
        return sine * sine / Math.sqrt(frame == 3 ? 1 : 3 * (frame - 1) / 8.0);
    }
}
