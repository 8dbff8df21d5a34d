// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

/**
 * {@code random_standard_normal} of NumPy: reads the words of a generator one after another and makes normals of them.
 *
 * <p>G. Marsaglia and W. W. Tsang (2000), "The Ziggurat Method for Generating Random Variables", Journal of Statistical
 * Software 5(8), with 256 layers and doubles. An attempt takes one word; 98.5 % of the points lie wholly under the curve and
 * are the value. Otherwise another word decides (in the wedge between two layers, where an attempt can fail) or pairs of
 * words make the value (in the tail beyond 3.654).
 *
 * <p>NumPy asks the platform's C library for {@code exp} and {@code log1p}; here they are StrictMath's, whose last bits may
 * differ. In a wedge that shows only if the word falls between the two values of exp, 2^-53 apart; in the tail, 2.6e-4 of
 * the values, only if a float's rounding boundary does, once in 2^29. Of 22 million normals of NumPy 2.4.6 with glibc one
 * differed as a double, by the last bit, and none as a float.
 */
final class Ziggurat {
    /** Words made at a time: 16 KiB, which leaves room in a 32 KiB L1 cache for the tables and the result. */
    private static final int BATCH = 2048;

    private static final long[] LIMITS = ZigguratTables.limits();
    private static final double[] WIDTHS = ZigguratTables.widths();
    private static final double[] HEIGHTS = ZigguratTables.heights();

    /** Bits of a word: the layer in 0 .. 7, the sign in 8, the magnitude in 9 .. 60. */
    private static final int LAYER = 0xFF;

    private static final int SIGN = 0x100;
    private static final int MAGNITUDE_SHIFT = 9;
    private static final long MAGNITUDE = 0x000F_FFFF_FFFF_FFFFL;

    /** Moves a word's sign to a double's. */
    private static final int SIGN_SHIFT = 55;

    /** The tail takes its sign from this bit of the magnitude, since the word's own is not independent of its being here. */
    private static final int TAIL_SIGN = 0x100;

    private final long[] words = new long[BATCH];
    private Pcg64 generator;
    private int next;
    private int filled;
    private long afterFilled;

    /** Continues with the generator's word {@code word}. */
    Ziggurat begin(Pcg64 generator, long word) {
        this.generator = generator;
        afterFilled = word;
        next = 0;
        filled = 0;
        return this;
    }

    /** Index of the word that comes next. */
    long position() {
        return afterFilled - (filled - next);
    }

    /**
     * Writes the law's next values to {@code out[offset ..]}, {@code count} at most, and only from attempts that begin before
     * word {@code end}.
     *
     * @return how many values there were
     */
    int read(NormalLaw law, long end, int count, float[] out, int offset) {
        double mean = law.mean();
        double stddev = law.stddev();
        double low = law.low();
        double high = law.high();
        int to = offset;
        int stop = offset + count;
        while (to < stop && position() < end) {
            if (next == filled) {
                refill(stop - to);
            }
            int limit = (int) Math.min(filled, next + (end - position()));
            int from = next;
            while (from < limit && to < stop) {
                long word = words[from++];
                int layer = (int) word & LAYER;
                long magnitude = word >>> MAGNITUDE_SHIFT & MAGNITUDE;
                double x = signed(magnitude * WIDTHS[layer], word);
                if (magnitude >= LIMITS[layer]) {
                    next = from;
                    x = layer == 0 ? tail(magnitude) : wedge(layer, x);
                    // These may have refilled the batch.
                    from = next;
                    limit = from;
                }
                // Two roundings, as in NumPy's loc + scale * x; a failed attempt is NaN and lies within no interval.
                double value = mean + stddev * x;
                if (value >= low && value <= high) {
                    out[to++] = (float) value;
                }
            }
            next = from;
        }
        return to - offset;
    }

    /** The sign by its bit and not by a branch, which would be mispredicted half of the time. */
    private static double signed(double magnitude, long word) {
        return Double.longBitsToDouble(Double.doubleToRawLongBits(magnitude) ^ (word & SIGN) << SIGN_SHIFT);
    }

    /** A point beside the rectangle of its layer: {@code x} if it lies under the curve, NaN if not. */
    private double wedge(int layer, double x) {
        double y = (HEIGHTS[layer - 1] - HEIGHTS[layer]) * nextDouble() + HEIGHTS[layer];
        return y < StrictMath.exp(-0.5 * x * x) ? x : Double.NaN;
    }

    /** Beyond the lowest layer: G. Marsaglia (1964), "Generating a Variable from the Tail of the Normal Distribution". */
    private double tail(long magnitude) {
        while (true) {
            double x = -ZigguratTables.INVERSE_TAIL * StrictMath.log1p(-nextDouble());
            double y = -StrictMath.log1p(-nextDouble());
            if (y + y > x * x) {
                double value = ZigguratTables.TAIL + x;
                return (magnitude & TAIL_SIGN) != 0 ? -value : value;
            }
        }
    }

    /** Uniform on [0, 1) with 53 bits. */
    private double nextDouble() {
        if (next == filled) {
            refill(1);
        }
        return Uniforms.unit(words[next++]);
    }

    /** Makes the words for about {@code values} values: some more, since an attempt may fail, but not a batch for a few. */
    private void refill(int values) {
        filled = (int) Math.min(BATCH, values + values / 16L + 16);
        generator.fill(afterFilled, filled, words);
        afterFilled += filled;
        next = 0;
    }
}
