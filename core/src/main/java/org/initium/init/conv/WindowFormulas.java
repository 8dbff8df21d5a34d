// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

/** The formulas of {@link NamedWindow}, sample by sample, with SciPy 1.17's roundings but for those of sin, cos and exp. */
final class WindowFormulas {
    // Harris (1978), table 1 and section 5, and A. H. Nuttall (1981), "Some windows with very good sidelobe
    // behavior", IEEE Trans. ASSP 29(1), figure 10; the flat top from G. D'Antona, A. Ferrero (2006), "Digital
    // Signal Processing for Measurement Systems", p. 70. SciPy has the same digits.
    private static final double[] HANN = {0.5, 0.5};
    private static final double[] HAMMING = {0.54, 1 - 0.54};
    private static final double[] BLACKMAN = {0.42, 0.5, 0.08};
    private static final double[] NUTTALL = {0.3635819, 0.4891775, 0.1365995, 0.0106411};
    private static final double[] BLACKMAN_HARRIS = {0.35875, 0.48829, 0.14128, 0.01168};
    private static final double[] FLAT_TOP = {0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368};

    private static final double[] TAYLOR = taylorCoefficients(4, 30);

    private WindowFormulas() {}

    /** Sample {@code i} of a symmetric window of {@code m} samples, {@code m} of 2 or more. */
    static double at(NamedWindow window, int i, long m) {
        double middle = (m - 1) / 2.0;
        return switch (window) {
            case NONE, BOXCAR -> 1;
            case TRIANG -> triang(i, m);
            case PARZEN -> parzen(Math.abs(i - middle), m);
            case BOHMAN -> bohman(i, m);
            case BLACKMAN -> cosines(BLACKMAN, i, m);
            case NUTTALL -> cosines(NUTTALL, i, m);
            case BLACKMANHARRIS -> cosines(BLACKMAN_HARRIS, i, m);
            case FLATTOP -> cosines(FLAT_TOP, i, m);
            case BARTLETT -> i <= middle ? 2.0 * i / (m - 1) : 2 - 2.0 * i / (m - 1);
            case BARTHANN -> barthann(Math.abs(i / (m - 1.0) - 0.5));
            case HAMMING -> cosines(HAMMING, i, m);
            case HANN -> cosines(HANN, i, m);
            case COSINE -> StrictMath.sin(Math.PI / m * (i + 0.5));
            case TUKEY -> tukey(i, m);
            case TAYLOR -> taylor(i, m) / taylor(middle, m);
            case EXPONENTIAL -> StrictMath.exp(-Math.abs(i - middle));
            case LANCZOS -> sinc(2.0 * Math.max(i, m - 1 - i) / (m - 1) - 1);
        };
    }

    /** {@code sum a[k] cos(k x)}, where x runs from -pi to pi. */
    private static double cosines(double[] a, int i, long m) {
        double x = i == m - 1 ? Math.PI : i * (2 * Math.PI / (m - 1)) - Math.PI;
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * StrictMath.cos(k * x);
        }
        return sum;
    }

    private static double triang(int i, long m) {
        long n = Math.min(i, m - 1 - i) + 1;
        return m % 2 == 0 ? (2 * n - 1.0) / m : 2 * n / (m + 1.0);
    }

    private static double parzen(double distance, long m) {
        double x = distance / (m / 2.0);
        if (distance <= (m - 1) / 4.0) {
            return 1 - 6 * (x * x) + 6 * (x * x * x);
        }
        return 2 * ((1 - x) * (1 - x) * (1 - x));
    }

    private static double bohman(int i, long m) {
        if (i == 0 || i == m - 1) {
            return 0;
        }
        double x = Math.abs(i * (2.0 / (m - 1)) - 1);
        return (1 - x) * StrictMath.cos(Math.PI * x) + 1 / Math.PI * StrictMath.sin(Math.PI * x);
    }

    private static double barthann(double x) {
        return 0.62 - 0.48 * x + 0.38 * StrictMath.cos(2 * Math.PI * x);
    }

    private static double tukey(int i, long m) {
        double alpha = 0.5;
        long width = (long) Math.floor(alpha * (m - 1) / 2);
        double x = 2.0 * i / alpha / (m - 1);
        if (i <= width) {
            return 0.5 * (1 + StrictMath.cos(Math.PI * (x - 1)));
        }
        return i < m - width - 1 ? 1 : 0.5 * (1 + StrictMath.cos(Math.PI * (-2 / alpha + 1 + x)));
    }

    private static double sinc(double x) {
        return x == 0 ? 1 : StrictMath.sin(Math.PI * x) / (Math.PI * x);
    }

    private static double taylor(double i, long m) {
        double sum = 0;
        for (int k = 1; k <= TAYLOR.length; k++) {
            sum += TAYLOR[k - 1] * StrictMath.cos(2 * Math.PI * k * (i - m / 2.0 + 0.5) / m);
        }
        return 1 + 2 * sum;
    }

    /**
     * W. G. Carrara, R. S. Goodman, R. M. Majewski (1995), "Spotlight Synthetic Aperture Radar", appendix D.2: the weights of
     * the cosines for {@code lobes} side lobes at {@code -decibels}.
     */
    private static double[] taylorCoefficients(int lobes, double decibels) {
        double ratio = StrictMath.pow(10, decibels / 20);
        double a = StrictMath.log(ratio + Math.sqrt(ratio * ratio - 1)) / Math.PI;
        double s2 = lobes * lobes / (a * a + (lobes - 0.5) * (lobes - 0.5));
        double[] weights = new double[lobes - 1];
        for (int m = 1; m < lobes; m++) {
            double numerator = m % 2 == 1 ? 1 : -1;
            double denominator = 2;
            for (int k = 1; k < lobes; k++) {
                numerator *= 1 - m * m / s2 / (a * a + (k - 0.5) * (k - 0.5));
                if (k != m) {
                    denominator *= 1 - (double) (m * m) / (k * k);
                }
            }
            weights[m - 1] = numerator / denominator;
        }
        return weights;
    }
}
