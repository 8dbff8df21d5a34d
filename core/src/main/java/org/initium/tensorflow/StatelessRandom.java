// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import java.util.Objects;
import org.initium.Parallel;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.philox.Philox4x32;
import org.initium.random.philox.PhiloxWords;
import org.initium.simd.Simd;

/**
 * {@code tf.random.stateless_uniform}, {@code stateless_normal} and {@code stateless_truncated_normal} of TensorFlow 2.21.0
 * for {@code float32} on a CPU under Linux with glibc, with {@code alg="auto_select"} (there Philox), bit for bit.
 *
 * <p>Each element is a function of the seed, the law, its parameters and the element's index: a slice can be drawn alone.
 * Parameters are any floats, as in TensorFlow; what is not finite goes through the arithmetic.
 *
 * @param key key and upper counter words of the Philox blocks
 */
public record StatelessRandom(Key key) {
    /** The key with which TensorFlow scrambles a seed into a key and a counter (core/kernels/stateless_random_ops.cc). */
    private static final long SCRAMBLING_KEY = 0x02461E293EC8F720L;

    private static final LawKernel LAWS = Simd.SCALAR ? new LawKernelScalar() : new LawKernelVector();

    /** Elements drawn at least: those of one call of PhiloxWords. */
    private static final int CHUNK = PhiloxWords.BLOCKS * Philox4x32.BLOCK;

    /** Elements per piece of work for another thread: some 100 microseconds. */
    private static final int PIECE = 64 * Scratch.SIZE;

    private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

    private enum Law {
        UNIFORM,
        NORMAL,
        TRUNCATED_NORMAL
    }

    /** Checks that there is a key. */
    public StatelessRandom {
        Objects.requireNonNull(key, "key");
    }

    /** The draws of TensorFlow's {@code seed=[first, second]}. */
    public static StatelessRandom of(long first, long second) {
        int[] block = new int[Philox4x32.BLOCK];
        Philox4x32.block(SCRAMBLING_KEY, first, second, block, 0);
        return new StatelessRandom(new Key(join(block[0], block[1]), join(block[2], block[3])));
    }

    private static long join(int low, int high) {
        return Integer.toUnsignedLong(low) | (long) high << Integer.SIZE;
    }

    /**
     * Uniform: {@code u (maxval - minval) + minval} with u a multiple of 2^-23 in [0, 1), each operation rounded; so rounding
     * may reach {@code maxval}.
     *
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out} from {@code offset} on
     */
    public void uniform(float minval, float maxval, Slice slice, float[] out, int offset) {
        float lo = Affine.flush(minval);
        float range = Affine.flush((double) Affine.flush(maxval) - lo);
        fill(Law.UNIFORM, range, lo, slice, out, offset);
    }

    /**
     * Normal.
     *
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out} from {@code offset} on
     */
    public void normal(float mean, float stddev, Slice slice, float[] out, int offset) {
        fill(Law.NORMAL, Affine.flush(stddev), Affine.flush(mean), slice, out, offset);
    }

    /**
     * Normal, without what lies beyond two {@code stddev} from {@code mean} before rounding.
     *
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out} from {@code offset} on
     */
    public void truncatedNormal(float mean, float stddev, Slice slice, float[] out, int offset) {
        fill(Law.TRUNCATED_NORMAL, Affine.flush(stddev), Affine.flush(mean), slice, out, offset);
    }

    private void fill(Law law, float factor, float shift, Slice slice, float[] out, int offset) {
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        int pieces = (int) ((slice.count() + PIECE - 1L) / PIECE);
        if (pieces <= 1) {
            fill(law, factor, shift, slice.first(), slice.count(), out, offset);
            return;
        }
        Parallel.forEach(pieces, piece -> {
            int start = piece * PIECE;
            int count = Math.min(PIECE, slice.count() - start);
            fill(law, factor, shift, slice.first() + start, count, out, offset + start);
        });
    }

    /** Whole chunks go straight to their place, the slice's ragged ends by way of the workspace. */
    private void fill(Law law, float factor, float shift, long first, int count, float[] out, int offset) {
        Workspace workspace = WORKSPACE.get();
        int done = 0;
        while (done < count) {
            long chunk = (first + done) / CHUNK;
            int skip = (int) ((first + done) % CHUNK);
            int whole = Math.min(Scratch.SIZE, (count - done) / CHUNK * CHUNK);
            if (skip == 0 && whole > 0) {
                draw(law, factor, shift, chunk, workspace, whole, out, offset + done);
                done += whole;
            } else {
                int part = Math.min(CHUNK - skip, count - done);
                draw(law, factor, shift, chunk, workspace, CHUNK, workspace.chunk, 0);
                System.arraycopy(workspace.chunk, skip, out, offset + done, part);
                done += part;
            }
        }
    }

    private void draw(Law law, float factor, float shift, long chunk, Workspace w, int n, float[] out, int offset) {
        long block = chunk * PhiloxWords.BLOCKS;
        if (law == Law.TRUNCATED_NORMAL) {
            w.groups.fill(key, block, n, LAWS, w, out, offset); // A group is as large as a block.
        } else {
            int blocks = n / Philox4x32.BLOCK;
            for (int i = 0; i < blocks; i++) {
                w.numbers[i] = block + i;
            }
            PhiloxWords.fill(key.key(), w.numbers, blocks, key.stream(), w.words);
            if (law == Law.UNIFORM) {
                LAWS.unit(w.words, n, out, offset);
            } else {
                LAWS.standardNormal(w.words, n, w.scratch, out, offset);
            }
        }
        Affine.apply(factor, shift, n, out, offset);
    }
}
