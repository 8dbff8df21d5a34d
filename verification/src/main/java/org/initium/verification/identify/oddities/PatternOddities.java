// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.initium.Shape;
import org.initium.verification.identify.fit.Sample;

/** What is wrong with where the elements lie. */
final class PatternOddities {
    /** Elements in which repetitions are looked for: their table of positions takes 128 MiB. */
    private static final int MOST = 1 << 23;

    /** Bits by which a repeated window must exceed what chance gives somewhere in the tensor. */
    private static final int SPARE_BITS = 30;

    /** Products from which on their sum's bound means anything. */
    private static final int FEWEST_PRODUCTS = 32;

    /** Multiplier of the hash: the golden ratio's fraction in 64 bits, made odd (D. E. Knuth, TAOCP 3, section 6.4). */
    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private PatternOddities() {}

    /** All that apply to a sample that is not constant. */
    static List<Oddity> of(Sample sample) {
        List<Oddity> odd = new ArrayList<>();
        Shape shape = sample.shape();
        if (shape.rank() >= 2) {
            int columns = shape.dim(-1);
            lines(sample, columns, 1, sample.size() / columns, columns, "columns", odd);
            lines(sample, sample.size() / columns, columns, columns, 1, "rows", odd);
        }
        if (odd.isEmpty()) {
            repeated(sample, odd);
            neighbours(sample, odd);
        }
        return odd;
    }

    /**
     * Lines of the matrix (..., last) that are 0 throughout, and others that are equal to the bit.
     *
     * @param lines number of lines
     * @param apart elements from the beginning of a line to that of the next
     * @param length elements of a line
     * @param stride elements from one of a line to the next
     */
    private static void lines(
            Sample sample, int lines, int apart, int length, int stride, String what, List<Oddity> odd) {
        float[] x = sample.data();
        Map<Long, Integer> first = new HashMap<>();
        int zeros = 0;
        String firstZero = "";
        int copies = 0;
        String example = "";
        for (int line = 0; line < lines; line++) {
            if (isZero(x, line * apart, length, stride)) {
                zeros++;
                firstZero = zeros == 1 ? ", the first of them " + line : firstZero;
                continue;
            }
            long hash = 0;
            for (int i = 0; i < length; i++) {
                hash = mixed(hash, x[line * apart + i * stride]);
            }
            Integer other = first.putIfAbsent(hash, line);
            if (other != null && sameLine(x, other * apart, line * apart, length, stride)) {
                copies++;
                example = copies == 1 ? " (" + other + " and " + line + ")" : example;
            }
        }
        // A 0 has the probability that ValueOddities counts with.
        double log2OfZeros = StrictMath.log(lines) / StrictMath.log(2) + length * (1.0 - Chance.SAMPLER_BITS);
        double chanceOfZeros = StrictMath.exp(Math.min(0, log2OfZeros) * StrictMath.log(2));
        if (zeros > 0 && chanceOfZeros < Chance.ODD) {
            String found = zeros + " of " + lines + " " + what + " are 0 throughout" + firstZero;
            odd.add(Oddity.of("zero_" + what, found, chanceOfZeros));
        }
        double pairs = lines * (lines - 1.0) / 2;
        double log2 = StrictMath.log(pairs) / StrictMath.log(2) - (double) length * Chance.freeBits(sample);
        double chance = StrictMath.exp(Math.min(0, log2) * StrictMath.log(2));
        if (copies > 0 && chance < Chance.ODD) {
            String found = copies + " of " + lines + " " + what + " repeat an earlier one" + example
                    + ": units that begin equal stay equal";
            odd.add(Oddity.of("equal_" + what, found, chance));
        }
    }

    private static boolean isZero(float[] x, int from, int length, int stride) {
        for (int i = 0; i < length; i++) {
            if (x[from + i * stride] != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean sameLine(float[] x, int a, int b, int length, int stride) {
        for (int i = 0; i < length; i++) {
            if (x[a + i * stride] != x[b + i * stride]) {
                return false;
            }
        }
        return true;
    }

    private static long mixed(long hash, float x) {
        long word = (hash ^ Float.floatToRawIntBits(x)) * MULTIPLIER;
        return word ^ word >>> 32;
    }

    /** Runs of elements that occurred before, found by a table of all windows just long enough not to repeat by chance. */
    private static void repeated(Sample sample, List<Oddity> odd) {
        float[] x = sample.data();
        int n = Math.min(MOST, x.length);
        int bits = Chance.freeBits(sample);
        double pairBits = 2 * StrictMath.log(n) / StrictMath.log(2);
        int window = (int) Math.ceil((pairBits + SPARE_BITS) / bits);
        if (2L * window > n) {
            return;
        }
        int mask = Integer.highestOneBit(n) * 4 - 1;
        int[] table = new int[mask + 1];
        Arrays.fill(table, -1);
        int copied = 0;
        int longest = 0;
        String example = "";
        for (int i = 0; i + window <= n; i++) {
            int slot = slot(x, i, window) & mask;
            while (table[slot] >= 0 && run(x, table[slot], i, window) < window) {
                slot = slot + 1 & mask;
            }
            if (table[slot] < 0) {
                table[slot] = i;
            } else if (run(x, i, i + 1, window - 1) < window - 1) {
                int earlier = table[slot];
                int length = run(x, earlier, i, n - i);
                copied += length;
                if (length > longest) {
                    longest = length;
                    example = ", the longest of " + length + " from " + i + " as from " + earlier;
                }
                i += length - 1;
            }
        }
        double chance = StrictMath.exp((pairBits - (double) bits * longest) * StrictMath.log(2));
        if (longest > 0 && chance < Chance.ODD) {
            odd.add(Oddity.of("repeated_blocks", copied + " elements repeat earlier runs" + example, chance));
        }
    }

    private static int slot(float[] x, int from, int window) {
        long hash = 0;
        for (int i = from; i < from + window; i++) {
            hash = mixed(hash, x[i]);
        }
        return (int) (hash >>> 20);
    }

    /** How many elements from a and from b on agree to the bit, {@code most} at most. */
    private static int run(float[] x, int a, int b, int most) {
        int length = 0;
        while (length < most && Float.floatToRawIntBits(x[a + length]) == Float.floatToRawIntBits(x[b + length])) {
            length++;
        }
        return length;
    }

    /**
     * Neighbours that go together. Given the magnitudes, the products of neighbours of a symmetric law have independent signs, so by
     * W. Hoeffding (1963), "Probability inequalities for sums of bounded random variables", JASA 58, their sum S exceeds
     * {@code z sqrt(sum of their squares)} with probability at most {@code 2 exp(-z^2 / 2)}, at every n.
     */
    private static void neighbours(Sample sample, List<Oddity> odd) {
        float[] x = sample.data();
        double stddev = Math.sqrt(sample.squares(sample.mean()) / x.length);
        // A law about another mean has none but its own.
        double centre = Math.abs(sample.mean()) * Math.sqrt(x.length) > 6 * stddev ? sample.mean() : 0;
        TreeSet<Integer> lags = new TreeSet<>();
        lags.add(1);
        if (sample.shape().rank() >= 2) {
            lags.add(sample.shape().dim(-1));
            lags.add(x.length / sample.shape().dim(0));
        }
        for (int lag : lags) {
            double sum = 0;
            double squares = 0;
            for (int i = lag; i < x.length; i++) {
                double product = (x[i] - centre) * (x[i - lag] - centre);
                sum += product;
                squares += product * product;
            }
            double z = squares > 0 ? sum / Math.sqrt(squares) : 0;
            double chance = Math.min(1, 2 * lags.size() * StrictMath.exp(-z * z / 2));
            if (x.length - lag >= FEWEST_PRODUCTS && chance < Chance.ODD) {
                String found =
                        "elements " + lag + " apart have a correlation of " + Figures.of(sum / sample.squares(centre));
                odd.add(Oddity.of("correlated_neighbours", found, chance));
            }
        }
    }
}
