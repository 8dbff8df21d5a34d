// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

/**
 * The words of {@code numpy.random.PCG64}, at random access: word {@code i} is a pure function of the seed and {@code i}.
 *
 * <p>A linear congruential generator modulo 2^128 whose output is a rotation of {@code high ^ low} ("XSL-RR"): M. E. O'Neill
 * (2014), "PCG: A Family of Simple Fast Space-Efficient Statistically Good Algorithms for Random Number Generation", Harvey
 * Mudd College HMC-CS-2014-0905, section 6.3. Its state after any number of steps follows from F. B. Brown (1994), "Random
 * Number Generation with Arbitrary Strides", Transactions of the American Nuclear Society.
 */
final class Pcg64 {
    /** The multiplier, 2549297995355413924 * 2^64 + 4865540595714422341, of the reference implementation and of NumPy. */
    private static final long MULTIPLIER_HIGH = 0x2360ED051FC65DA4L;

    private static final long MULTIPLIER_LOW = 0x4385DF649FCCF645L;

    /**
     * 2^k steps at once: {@code state * a^(2^k) + increment * (1 + a + ... + a^(2^k - 1))} modulo 2^128. Row k is the power,
     * high and low half, and the sum, high and low half.
     */
    private static final long[][] STRIDES = strides();

    private final long stateHigh;
    private final long stateLow;
    private final long incrementHigh;
    private final long incrementLow;

    private Pcg64(long stateHigh, long stateLow, long incrementHigh, long incrementLow) {
        this.stateHigh = stateHigh;
        this.stateLow = stateLow;
        this.incrementHigh = incrementHigh;
        this.incrementLow = incrementLow;
    }

    /**
     * The generator of {@code numpy.random.default_rng(entropy)}.
     *
     * @param entropy at most four words, each an unsigned 32-bit number
     */
    static Pcg64 of(int... entropy) {
        long[] seed = SeedSequence.state(entropy);
        long incrementHigh = seed[2] << 1 | seed[3] >>> 63;
        long incrementLow = seed[3] << 1 | 1;
        // One step from 0 is the increment; then comes the seed, and the second step is every word's first.
        long low = incrementLow + seed[1];
        long high = incrementHigh + seed[0] + carry(incrementLow, seed[1], low);
        return new Pcg64(high, low, incrementHigh, incrementLow).jumped(1);
    }

    /**
     * Writes words {@code first .. first + count - 1} to {@code words[0 .. count - 1]}.
     */
    void fill(long first, int count, long[] words) {
        assert first >= 0 && count <= words.length;
        Pcg64 start = jumped(first);
        // Even and odd words as two generators of stride 2: twice as many multiplications are in flight.
        long[] stride = STRIDES[1];
        long multiplierHigh = stride[0];
        long multiplierLow = stride[1];
        long plusLow = stride[3] * incrementLow;
        long plusHigh = productHigh(stride[2], stride[3], incrementHigh, incrementLow);
        Pcg64 even = start.jumped(1);
        Pcg64 odd = start.jumped(2);
        long high0 = even.stateHigh;
        long low0 = even.stateLow;
        long high1 = odd.stateHigh;
        long low1 = odd.stateLow;
        int pairs = count & ~1;
        for (int i = 0; i < pairs; i += 2) {
            words[i] = Long.rotateRight(high0 ^ low0, (int) (high0 >>> 58));
            words[i + 1] = Long.rotateRight(high1 ^ low1, (int) (high1 >>> 58));
            long product0 = low0 * multiplierLow;
            long product1 = low1 * multiplierLow;
            high0 = productHigh(high0, low0, multiplierHigh, multiplierLow) + plusHigh;
            high1 = productHigh(high1, low1, multiplierHigh, multiplierLow) + plusHigh;
            low0 = product0 + plusLow;
            low1 = product1 + plusLow;
            high0 += carry(product0, plusLow, low0);
            high1 += carry(product1, plusLow, low1);
        }
        if (pairs < count) {
            words[pairs] = Long.rotateRight(high0 ^ low0, (int) (high0 >>> 58));
        }
    }

    /** The generator whose word 0 is this one's word {@code steps}. */
    private Pcg64 jumped(long steps) {
        long high = stateHigh;
        long low = stateLow;
        for (long rest = steps; rest != 0; rest &= rest - 1) {
            long[] stride = STRIDES[Long.numberOfTrailingZeros(rest)];
            long product = low * stride[1];
            long plus = stride[3] * incrementLow;
            high = productHigh(high, low, stride[0], stride[1])
                    + productHigh(stride[2], stride[3], incrementHigh, incrementLow);
            low = product + plus;
            high += carry(product, plus, low);
        }
        return new Pcg64(high, low, incrementHigh, incrementLow);
    }

    private static long[][] strides() {
        long[][] strides = new long[Long.SIZE][];
        strides[0] = new long[] {MULTIPLIER_HIGH, MULTIPLIER_LOW, 0, 1};
        for (int k = 1; k < strides.length; k++) {
            long[] half = strides[k - 1];
            // 1 + a + ... + a^(2m - 1) = (1 + a + ... + a^(m - 1)) (a^m + 1)
            long plusOneLow = half[1] + 1;
            long plusOneHigh = half[0] + (plusOneLow == 0 ? 1 : 0);
            strides[k] = new long[] {
                productHigh(half[0], half[1], half[0], half[1]),
                half[1] * half[1],
                productHigh(half[2], half[3], plusOneHigh, plusOneLow),
                half[3] * plusOneLow
            };
        }
        return strides;
    }

    /** Upper half of a product modulo 2^128; the lower half is the product of the lower halves. */
    private static long productHigh(long aHigh, long aLow, long bHigh, long bLow) {
        return Math.unsignedMultiplyHigh(aLow, bLow) + aHigh * bLow + aLow * bHigh;
    }

    /** What {@code sum = a + b} carries out of 64 bits, without a branch: it is as good as random. */
    private static long carry(long a, long b, long sum) {
        return (a & b | (a | b) & ~sum) >>> 63;
    }
}
