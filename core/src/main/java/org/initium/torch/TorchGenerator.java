// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import org.initium.random.mersenne.MersenneTwister;

/**
 * {@code torch.Generator} on a CPU: what PyTorch draws after {@code torch.manual_seed}, call after call, for contiguous
 * tensors of float32. Not thread-safe, as the order of the calls decides what each of them gets.
 *
 * <p>A quirk of PyTorch that is kept: tensors of fewer than 16 elements get normal numbers from another method than larger
 * ones, which makes them in pairs, and the second of a pair waits for the next small tensor, whatever is drawn in between.
 */
public final class TorchGenerator {
    private final NormalPairs pairs = new NormalPairs();
    private final MersenneTwister twister = MersenneTwister.ofSeed(0);
    private long initialSeed;

    private TorchGenerator() {}

    /** A generator after {@link #manualSeed}. */
    public static TorchGenerator of(long seed) {
        TorchGenerator generator = new TorchGenerator();
        generator.manualSeed(seed);
        return generator;
    }

    /**
     * Begins anew, as {@code torch.manual_seed(seed)}.
     *
     * @param seed PyTorch takes numbers from -2^63 to 2^64 - 1 and reads negative ones as that plus 2^64: so do these bits,
     *     signed or unsigned. The lower 32 seed the words
     */
    public void manualSeed(long seed) {
        initialSeed = seed;
        twister.set(MersenneTwister.ofSeed((int) seed));
        pairs.reset();
    }

    /** The seed as given; {@code torch.initial_seed()} when read as unsigned. */
    public long initialSeed() {
        return initialSeed;
    }

    /** The next 32 random bits. */
    public int nextInt() {
        return twister.nextInt();
    }

    /**
     * {@code tensor.uniform_(from, to)}: writes {@code out[offset .. offset + count - 1]}, in {@code [from, to)} but for
     * rounding, which may reach {@code to}.
     *
     * @param from at most {@code to}; both, and their difference, within a float's range
     * @param count number of elements of the tensor
     * @throws IllegalArgumentException if the bounds are outside their ranges
     * @throws IndexOutOfBoundsException if the tensor does not fit {@code out}; in both cases nothing is drawn or written
     */
    public void uniform(double from, double to, float[] out, int offset, int count) {
        Arguments.requireUniform(from, to);
        Arguments.requireRoom(count, out, offset);
        float lo = (float) from;
        TensorFill.ofThread().uniform(twister, lo, (float) to - lo, count, out, offset);
    }

    /**
     * {@code tensor.normal_(mean, stddev)}: writes {@code out[offset .. offset + count - 1]}.
     *
     * @param mean finite, as a float too
     * @param stddev finite, as a float too, and 0 or more
     * @param count number of elements of the tensor
     * @throws IllegalArgumentException if mean or standard deviation are outside their ranges
     * @throws IndexOutOfBoundsException if the tensor does not fit {@code out}; in both cases nothing is drawn or written
     */
    public void normal(double mean, double stddev, float[] out, int offset, int count) {
        Arguments.requireNormal(mean, stddev);
        Arguments.requireRoom(count, out, offset);
        if (count >= LawKernel.BLOCK) {
            TensorFill.ofThread().normal(twister, 0, (float) mean, (float) stddev, count, 0, count, out, offset);
            return;
        }
        for (int i = 0; i < count; i++) {
            out[offset + i] = pairs.next(twister, mean, stddev);
        }
    }

    /**
     * {@code torch.randperm(n)}: the numbers 0 to {@code n - 1} in random order. The shuffle of R. Durstenfeld (1964),
     * Communications of the ACM 7(7), with a remainder for the choice, which favours small ones by up to {@code n} in 2^32.
     *
     * @param n from 0 to 214748363; PyTorch changes to 64-bit words beyond
     * @throws IllegalArgumentException if n is outside its range
     */
    public int[] randperm(int n) {
        // PyTorch's condition is n < (2^32 - 1) / 20.
        if (n < 0 || n >= 214748364) {
            throw new IllegalArgumentException("n is " + n + ", expected 0 to 214748363");
        }
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = 0; i < n - 1; i++) {
            int j = i + Integer.remainderUnsigned(twister.nextInt(), n - i);
            int chosen = order[j];
            order[j] = order[i];
            order[i] = chosen;
        }
        return order;
    }
}
