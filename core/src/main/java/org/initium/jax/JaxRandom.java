// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import java.util.Objects;
import org.initium.Parallel;
import org.initium.Slice;
import org.initium.simd.Simd;

/**
 * The samplers of {@code jax.random} for float32: the floats that jax 0.10.2 gives in eager mode on an x86-64 CPU with fused
 * multiply-add, bit for bit.
 *
 * <p>Element {@code i} of an array depends on the key and {@code i} alone, never on the shape; so shapes do not occur here,
 * and any slice can be filled by itself. The methods write elements {@code slice.first() ..} to {@code out[offset ..]} and
 * nothing else. They throw {@link IllegalArgumentException} for parameters outside the stated ranges and
 * {@link IndexOutOfBoundsException} if the slice does not fit {@code out}, in both cases before anything is written.
 *
 * <p>Parameters are rounded to {@code float} first. Operands and results below the least normal float are zeros, as XLA has
 * the CPU treat them. Not covered are programs of one's own under {@code jax.jit}, where XLA fuses a product and a sum around
 * a sampler into it and rounds differently, GPUs and TPUs, JAX before 0.5 (whose default was to derive an element from the
 * shape too) and {@code jax_enable_x64}.
 */
public final class JaxRandom {
    private static final BitsKernel BITS = Simd.SCALAR ? new BitsKernelScalar() : new BitsKernelVector();
    private static final LawKernel SCALAR_LAWS = new LawKernelScalar();
    private static final LawKernel LAWS = Simd.SCALAR ? SCALAR_LAWS : new LawKernelVector();

    private static final int GROUP = BitsKernel.GROUP;

    /** Elements made at a time: two arrays of words, scratch and result are 8 KiB each, together within a 48 KiB L1 cache. */
    private static final int BATCH = 2048;

    /** Elements per piece of work for another thread: some 50 microseconds, ten times what handing it over costs. */
    private static final int PIECE = 16 * BATCH;

    private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

    private JaxRandom() {}

    private static final class Workspace {
        final int[] words = new int[BATCH];
        final int[] counters = new int[BATCH];
        final float[] scratch = new float[BATCH];
        final float[] group = new float[GROUP];
    }

    /** {@code jax.random.bits(key, shape)}: uint32 numbers, here as {@code int}. */
    public static void bits(JaxKey key, Slice slice, int[] out, int offset) {
        Objects.requireNonNull(key, "key");
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        forEachPiece(slice.count(), (start, count) -> {
            Workspace workspace = WORKSPACE.get();
            for (int done = 0; done < count; ) {
                long first = slice.first() + start + done;
                int n = elements(first, count - done);
                words(key, first, n, workspace);
                System.arraycopy(workspace.words, 0, out, offset + start + done, n);
                done += n;
            }
        });
    }

    /**
     * {@code jax.random.uniform(key, shape, minval=minval, maxval=maxval)}.
     *
     * <p>An element is {@code fma(f, maxval - minval, minval)} for a multiple f of 2^-23 below 1. Its rounding can give
     * {@code maxval}, for instance from bounds of 1000 and 1001, although JAX's documentation excludes that.
     *
     * @param minval lower bound
     * @param maxval upper bound, at least {@code minval}, where JAX would give {@code minval} throughout; both, and their
     *     difference, within a float's range
     */
    public static void uniform(JaxKey key, double minval, double maxval, Slice slice, float[] out, int offset) {
        float lo = finite("minval", minval);
        float hi = finite("maxval", maxval);
        if (minval > maxval) {
            throw new IllegalArgumentException("minval " + minval + " is above maxval " + maxval);
        }
        if (!Float.isFinite(hi - lo)) {
            throw new IllegalArgumentException("maxval - minval = " + maxval + " - " + minval
                    + " overflows a float, expected at most " + Float.MAX_VALUE);
        }
        draw(key, Law.uniform(lo, hi), slice, out, offset);
    }

    /** {@code jax.random.normal(key, shape)}; the elements lie between -5.42 and 5.23. */
    public static void normal(JaxKey key, Slice slice, float[] out, int offset) {
        draw(key, Law.NORMAL, slice, out, offset);
    }

    /**
     * {@code jax.random.normal(key, shape) * stddev + mean}: the product and the sum are rounded one after the other.
     *
     * @param mean finite
     * @param stddev finite; JAX does not mind a negative one
     */
    public static void normal(JaxKey key, double mean, double stddev, Slice slice, float[] out, int offset) {
        draw(key, scaled(Law.NORMAL, mean, stddev), slice, out, offset);
    }

    /**
     * {@code jax.random.truncated_normal(key, lower, upper, shape)}: standard normal in the open interval.
     *
     * @param lower lower bound, perhaps infinite
     * @param upper upper bound, perhaps infinite, at least {@code lower}
     */
    public static void truncatedNormal(JaxKey key, double lower, double upper, Slice slice, float[] out, int offset) {
        draw(key, truncated(lower, upper), slice, out, offset);
    }

    /**
     * {@code jax.random.truncated_normal(key, lower, upper, shape) * stddev + mean}: the product and the sum are rounded one
     * after the other, so an element may round to {@code mean + upper * stddev}.
     *
     * @param lower lower bound in units of stddev, perhaps infinite
     * @param upper upper bound in units of stddev, perhaps infinite, at least {@code lower}
     * @param mean finite
     * @param stddev finite; JAX does not mind a negative one
     */
    public static void truncatedNormal(
            JaxKey key, double lower, double upper, double mean, double stddev, Slice slice, float[] out, int offset) {
        draw(key, scaled(truncated(lower, upper), mean, stddev), slice, out, offset);
    }

    /** The law between these bounds. */
    static Law truncated(double lower, double upper) {
        if (!(lower <= upper)) {
            throw new IllegalArgumentException(
                    "lower bound " + lower + " and upper bound " + upper + ": expected lower <= upper");
        }
        return Law.truncatedNormal((float) lower, (float) upper);
    }

    private static Law scaled(Law law, double mean, double stddev) {
        return law.times(finite("stddev", stddev)).plus(finite("mean", mean));
    }

    /** The number as a float. */
    static float finite(String name, double value) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a finite number within a float's range");
        }
        return (float) value;
    }

    /** Fills a slice; checks everything but the law. */
    static void draw(JaxKey key, Law law, Slice slice, float[] out, int offset) {
        Objects.requireNonNull(key, "key");
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        LawKernel laws = law.isDelicate() ? SCALAR_LAWS : LAWS;
        if (slice.count() <= PIECE) {
            draw(key, law, laws, slice.first(), slice.count(), out, offset);
            return;
        }
        forEachPiece(
                slice.count(),
                (start, count) -> draw(key, law, laws, slice.first() + start, count, out, offset + start));
    }

    /** Whole groups go straight to their place, what remains of a slice by way of the workspace. */
    private static void draw(JaxKey key, Law law, LawKernel laws, long first, int count, float[] out, int offset) {
        Workspace workspace = WORKSPACE.get();
        for (int done = 0; done < count; ) {
            int n = elements(first + done, count - done);
            words(key, first + done, n, workspace);
            int whole = n / GROUP * GROUP;
            if (whole > 0) {
                laws.draw(law, workspace.words, whole, workspace.scratch, out, offset + done);
                done += whole;
            } else {
                laws.draw(law, workspace.words, GROUP, workspace.scratch, workspace.group, 0);
                System.arraycopy(workspace.group, 0, out, offset + done, n);
                done += n;
            }
        }
    }

    /** How many elements to make at once: at most a batch, and none beyond the next multiple of 2^32. */
    private static int elements(long first, int remaining) {
        long toBoundary = (1L << 32) - (first & 0xFFFFFFFFL);
        return (int) Math.min(Math.min(BATCH, remaining), toBoundary);
    }

    private static void words(JaxKey key, long first, int n, Workspace workspace) {
        int padded = (n + GROUP - 1) / GROUP * GROUP;
        BITS.fill(key, first, padded, workspace.words, workspace.counters);
    }

    private interface Piece {
        void run(int start, int count);
    }

    private static void forEachPiece(int total, Piece piece) {
        int pieces = (int) ((total + PIECE - 1L) / PIECE);
        Parallel.forEach(pieces, i -> piece.run(i * PIECE, Math.min(PIECE, total - i * PIECE)));
    }
}
