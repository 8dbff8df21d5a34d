// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import java.util.Arrays;
import org.initium.Shape;
import org.initium.Tensor;

/** A tensor of finite values, with what the likelihoods need of it. */
public final class Sample {
    /**
     * Relative error that a bound may carry: libraries compute it in single precision, by a quotient, a root and two products,
     * and round what they draw once more, in all less than 8 roundings of 2^-24.
     */
    private static final double ROUNDING = 0x1p-21;

    /** Significant bits of bfloat16. */
    private static final int COARSEST = 8;

    /** Values that a test of fit looks at, at most; see {@link #thinned}. */
    private static final int THINNED = 1 << 20;

    private final Shape shape;
    private final float[] data;
    private final float[] sorted;
    private final double mean;
    private final double squares;
    private final int bits;

    private Sample(Tensor tensor) {
        shape = tensor.shape();
        data = tensor.data();
        sorted = data.clone();
        Arrays.parallelSort(sorted);
        double sum = 0;
        int most = 0;
        for (float x : data) {
            sum += x;
            most = Math.max(most, significantBits(x));
        }
        mean = sum / data.length;
        bits = most;
        double about = 0;
        for (float x : data) {
            double d = x - mean;
            about += d * d;
        }
        squares = about;
    }

    /**
     * Prepares a tensor, whose elements are not copied.
     *
     * @throws IllegalArgumentException if it is empty or has an element that is not finite
     */
    public static Sample of(Tensor tensor) {
        if (tensor.data().length == 0) {
            throw new IllegalArgumentException(
                    "weights of shape " + tensor.shape() + " have no elements, expected at least one");
        }
        for (int i = 0; i < tensor.data().length; i++) {
            if (!Float.isFinite(tensor.data()[i])) {
                throw new IllegalArgumentException(
                        "element " + i + " is " + tensor.data()[i] + ", expected finite numbers only");
            }
        }
        return new Sample(tensor);
    }

    /** Bits from the leading 1 to the trailing 1; 0 for zero. */
    private static int significantBits(float x) {
        int word = Float.floatToRawIntBits(x);
        int mantissa = word & 0x7FFFFF;
        if ((word & 0x7F800000) != 0) {
            mantissa |= 0x800000;
        }
        return mantissa == 0
                ? 0
                : Integer.SIZE - Integer.numberOfLeadingZeros(mantissa) - Integer.numberOfTrailingZeros(mantissa);
    }

    /** The tensor's dimensions. */
    public Shape shape() {
        return shape;
    }

    /** The elements in row-major order; not a copy. */
    public float[] data() {
        return data;
    }

    /** The elements in ascending order; not a copy. */
    public float[] sorted() {
        return sorted;
    }

    /** Number of elements. */
    public int size() {
        return data.length;
    }

    /** Smallest element. */
    public float min() {
        return sorted[0];
    }

    /** Largest element. */
    public float max() {
        return sorted[sorted.length - 1];
    }

    /** Average. */
    public double mean() {
        return mean;
    }

    /** Largest magnitude of an element. */
    public double largest() {
        return Math.max(Math.abs((double) min()), Math.abs((double) max()));
    }

    /** Whether all elements are equal; 0.0 equals -0.0. */
    public boolean isConstant() {
        return min() == max();
    }

    /** Most significant bits that an element has: 24 for floats, 11 if all were rounded to float16, 8 to bfloat16. */
    public int bits() {
        return bits;
    }

    /**
     * Relative error that every element carries at most, by rounding to {@link #bits} bits or by the library's arithmetic. Elements of
     * fewer bits than the coarsest format for weights has were not made by rounding draws, and get no more allowance than it.
     */
    public double rounding() {
        return Math.max(ROUNDING, Math.scalb(1.0, -Math.max(COARSEST, bits)));
    }

    /** Sum of {@code (x - center)^2}. */
    public double squares(double center) {
        double off = mean - center;
        return squares + data.length * off * off;
    }

    /** Number of elements farther than {@code radius} from {@code center}. */
    public int outside(double center, double radius) {
        return data.length - firstAbove(center + radius) + firstAtLeast(center - radius);
    }

    /**
     * The magnitude that {@code count} elements exceed, or fewer where there are ties.
     *
     * @param count from 0 to {@code size() - 1}
     */
    public double magnitude(int count) {
        int low = 0;
        int high = sorted.length - 1;
        for (int passed = 0; passed < count; passed++) {
            if (-(double) sorted[low] >= sorted[high]) {
                low++;
            } else {
                high--;
            }
        }
        return Math.max(-(double) sorted[low], sorted[high]);
    }

    /**
     * The whole sample, or one element in so many that some 2^20 are left: at that size the critical value of a
     * Kolmogorov-Smirnov test is some 0.003, below what tells one law from another.
     */
    public float[] thinned() {
        int stride = Math.ceilDiv(data.length, THINNED);
        if (stride == 1) {
            return data;
        }
        float[] thinned = new float[Math.ceilDiv(data.length, stride)];
        for (int i = 0; i < thinned.length; i++) {
            thinned[i] = data[i * stride];
        }
        return thinned;
    }

    /** Index in {@link #sorted} of the first element above {@code x}; the size if there is none. */
    private int firstAbove(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] > x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** Index in {@link #sorted} of the first element not below {@code x}; the size if there is none. */
    private int firstAtLeast(double x) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] >= x) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }
}
