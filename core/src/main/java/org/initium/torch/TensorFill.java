// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.random.mersenne.MersenneTwister;
import org.initium.simd.Simd;

/**
 * Fills tensors, or slices of them, from a Mersenne Twister's words: the words come in order, a group at a time; what the
 * laws make of a group's words is spread over threads, a piece at a time.
 *
 * <p>One for each thread, which owns the group's words. Only the words' order decides what comes out: groups, pieces and
 * batches are cut where it is fast.
 */
final class TensorFill implements IntConsumer {
    private static final LawKernel LAWS = Simd.SCALAR ? new LawKernelScalar() : new LawKernelVector();
    private static final int BLOCK = LawKernel.BLOCK;
    private static final int BATCH = LawKernel.BATCH;

    /** Elements per piece of work for another thread: some 15 microseconds, a few times what handing it over costs. */
    private static final int PIECE = 4 * BATCH;

    /** Words made before the threads set to work: 1 MiB. */
    private static final int GROUP = 16 * PIECE;

    private static final ThreadLocal<TensorFill> OF_THREAD = ThreadLocal.withInitial(TensorFill::new);

    /** A thread's own generator, for those who need one only during a call. */
    final MersenneTwister twister = MersenneTwister.ofSeed(0);

    final NormalPairs pairs = new NormalPairs();

    private final float[] scratch = new float[BATCH];
    private final float[] block = new float[BLOCK];
    private int[] words = new int[BATCH];

    // The group in hand, for other threads to read.
    private boolean normal;
    private float a;
    private float b;
    private int count;
    private float[] out;
    private int offset;

    private TensorFill() {}

    static TensorFill ofThread() {
        return OF_THREAD.get();
    }

    /** {@code out[offset + i] = fma(u, range, from)} for {@code i < n}, from n words. */
    void uniform(MersenneTwister twister, float from, float range, int n, float[] out, int offset) {
        normal = false;
        run(twister, from, range, n, out, offset);
    }

    /**
     * Elements {@code first .. first + n - 1} of a tensor of 16 elements or more, as {@code normal_fill_AVX2} fills it: 16 words
     * make a block of 16 elements; where a last part of a block remains, the tensor's last 16 elements are made anew from 16
     * further words. Leaves the twister behind the last word that these elements need.
     *
     * @param position number of the tensor's words that the twister has given already, at most {@link #firstWord}
     */
    void normal(
            MersenneTwister twister,
            long position,
            float mean,
            float stddev,
            long total,
            long first,
            int n,
            float[] out,
            int offset) {
        assert total >= BLOCK && n > 0;
        normal = true;
        long tail = tail(total);
        long end = first + n;
        long bodyEnd = Math.min(end, tail);
        long at = first;
        long drawn = firstWord(total, first);
        twister.skip(drawn - position);
        int into = offset;
        while (at < bodyEnd) {
            int skip = (int) (at % BLOCK);
            int whole = (int) (bodyEnd - at) & -BLOCK;
            int part;
            if (skip == 0 && whole > 0) {
                run(twister, mean, stddev, whole, out, into);
                part = whole;
                drawn += whole;
            } else {
                part = (int) Math.min(BLOCK - skip, bodyEnd - at);
                run(twister, mean, stddev, BLOCK, block, 0);
                System.arraycopy(block, skip, out, into, part);
                drawn += BLOCK;
            }
            at += part;
            into += part;
        }
        if (end > tail) {
            twister.skip(total - drawn);
            run(twister, mean, stddev, BLOCK, block, 0);
            System.arraycopy(block, (int) (at - tail), out, into, (int) (end - at));
        }
    }

    /** The first of the elements that are made anew; the number of elements if it is a multiple of 16. */
    static long tail(long total) {
        return total % BLOCK == 0 ? total : total - BLOCK;
    }

    /** Number of the first word that element {@code first} and those behind it need. */
    static long firstWord(long total, long first) {
        return first < tail(total) ? first & -BLOCK : total;
    }

    /** Makes n words and what the law makes of them; for a normal law n is a multiple of 16. */
    private void run(MersenneTwister twister, float a, float b, int n, float[] out, int offset) {
        this.a = a;
        this.b = b;
        this.out = out;
        if (words.length < Math.min(n, GROUP)) {
            words = new int[GROUP];
        }
        for (int done = 0; done < n; done += count) {
            this.offset = offset + done;
            count = Math.min(GROUP, n - done);
            twister.fill(words, 0, count);
            Parallel.forEach((count + PIECE - 1) / PIECE, this);
        }
        this.out = null;
    }

    /** Turns the words of one piece of the group into elements, on any thread. */
    @Override
    public void accept(int piece) {
        int end = Math.min(count, (piece + 1) * PIECE);
        float[] scratch = ofThread().scratch;
        for (int at = piece * PIECE; at < end; at += BATCH) {
            int n = Math.min(BATCH, end - at);
            if (normal) {
                LAWS.normal(words, at, n, a, b, scratch, out, offset + at);
            } else {
                LAWS.uniform(words, at, n, a, b, out, offset + at);
            }
        }
    }
}
