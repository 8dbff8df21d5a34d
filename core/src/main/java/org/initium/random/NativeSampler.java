// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import java.util.Objects;
import org.initium.Parallel;
import org.initium.Slice;
import org.initium.simd.Simd;

/**
 * The native sampler: the {@link NativeWords words} of the key's stream, made uniform or put through the {@link LawKernel
 * normal laws}.
 *
 * <p>A uniform or truncated normal element {@code i} depends on word {@code i} alone, a normal one on two words of its chunk
 * of 64, and all on the law's parameters. Means and standard deviations are rounded to {@code float} first; bounds hold as
 * given. A released stream never changes.
 *
 * @param key names the stream
 */
record NativeSampler(Key key) implements Sampler {
    private static final LawKernel LAWS = Simd.SCALAR ? new LawKernelScalar() : new LawKernelVector();

    private static final int CHUNK = LawKernel.CHUNK;

    /** Elements made at a time: words, scratch and result are 8 KiB each, which together fit a 32 KiB L1 cache. */
    private static final int BATCH = WordCursor.BLOCK / 2;

    /** Elements per piece of work for another thread: some 20 microseconds, several times what handing it over costs. */
    private static final int PIECE = 16 * WordCursor.BLOCK;

    /** A normal's elements lie within {@code mean +- 7 stddev}: the largest radius is 6.66. */
    private static final int LARGEST_NORMAL = 7;

    private static final ThreadLocal<Workspace> WORKSPACE = ThreadLocal.withInitial(Workspace::new);

    NativeSampler {
        Objects.requireNonNull(key, "key");
    }

    private enum Law {
        UNIFORM,
        NORMAL,
        TRUNCATED_NORMAL
    }

    private static final class Workspace {
        final WordCursor cursor = new WordCursor();
        final int[] words = new int[BATCH];
        final float[] scratch = new float[BATCH];
        final float[] chunk = new float[CHUNK];
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        float hi = finite("maxval", maxval);
        float lo = finite("minval", minval);
        if (minval > maxval) {
            throw new IllegalArgumentException("minval " + minval + " is above maxval " + maxval);
        }
        float top = hi < maxval ? hi : Math.nextDown(hi);
        if (lo < minval && Math.nextUp(lo) <= top) {
            lo = Math.nextUp(lo);
        }
        if (top < lo) {
            // No float lies between the bounds: the one nearest to minval has to do.
            top = lo;
        }
        float range = Math.max(0, hi - lo);
        if (range == Float.POSITIVE_INFINITY) {
            throw new IllegalArgumentException("maxval - minval = " + maxval + " - " + minval
                    + " overflows a float, expected at most " + Float.MAX_VALUE);
        }
        fill(Law.UNIFORM, lo, range, lo, top, slice, out, offset);
    }

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        float m = finite("mean", mean);
        float s = spread(mean, stddev, LARGEST_NORMAL);
        fill(Law.NORMAL, m, s, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, slice, out, offset);
    }

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        float m = finite("mean", mean);
        float s = spread(mean, stddev, 2);
        float bottom = -below(-mean, stddev);
        float top = below(mean, stddev);
        if (bottom > top) {
            // No float lies strictly inside: the one nearest to the mean has to do.
            bottom = m;
            top = m;
        }
        fill(Law.TRUNCATED_NORMAL, m, s, bottom, top, slice, out, offset);
    }

    @Override
    public HaarMethod haarMethod() {
        return HaarMethod.REFLECTORS;
    }

    /** The largest float strictly below {@code mean + 2 stddev}, a sum that doubles may have to round. */
    private static float below(double mean, double stddev) {
        double spread = 2 * stddev;
        double sum = mean + spread;
        // The rounding error of the sum, exactly: D. E. Knuth, The Art of Computer Programming 2, section 4.2.2,
        // theorem B.
        double part = sum - mean;
        double error = (mean - (sum - part)) + (spread - part);
        float nearest = (float) sum;
        return nearest < sum || nearest == sum && error > 0 ? nearest : Math.nextDown(nearest);
    }

    private static float finite(String name, double value) {
        if (!Float.isFinite((float) value)) {
            throw new IllegalArgumentException(
                    name + " is " + value + ", expected a finite number within a float's range");
        }
        return (float) value;
    }

    private static float spread(double mean, double stddev, int reach) {
        if (!(stddev >= 0)) {
            throw new IllegalArgumentException("stddev is " + stddev + ", expected 0 or more");
        }
        if (!(Math.abs(mean) + reach * stddev <= Float.MAX_VALUE)) {
            throw new IllegalArgumentException("mean " + mean + " with stddev " + stddev
                    + " overflows a float, expected |mean| + " + reach + " stddev to be at most " + Float.MAX_VALUE);
        }
        return (float) stddev;
    }

    private void fill(Law law, float a, float b, float bottom, float top, Slice slice, float[] out, int offset) {
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        // Pieces begin where blocks of the stream do, so that none has words to skip.
        int before = (int) (slice.first() % PIECE);
        int pieces = (int) Math.ceilDiv((long) before + slice.count(), PIECE);
        if (pieces <= 1) {
            fill(law, a, b, bottom, top, slice.first(), slice.count(), out, offset);
            return;
        }
        Parallel.forEach(pieces, piece -> {
            int from = (int) Math.max(0, (long) piece * PIECE - before);
            int to = (int) Math.min(slice.count(), (piece + 1L) * PIECE - before);
            fill(law, a, b, bottom, top, slice.first() + from, to - from, out, offset + from);
        });
    }

    /** Whole chunks go straight to their place, the slice's ragged ends by way of the workspace. */
    private void fill(
            Law law, float a, float b, float bottom, float top, long first, int count, float[] out, int offset) {
        Workspace w = WORKSPACE.get();
        int skip = (int) (first % CHUNK);
        w.cursor.seek(key, first - skip);
        int done = 0;
        while (done < count) {
            int whole = (count - done) / CHUNK * CHUNK;
            if (skip == 0 && whole > 0) {
                int n = Math.min(whole, Math.min(BATCH, w.cursor.available()));
                draw(law, a, b, bottom, top, w, n, out, offset + done);
                done += n;
            } else {
                int part = Math.min(CHUNK - skip, count - done);
                draw(law, a, b, bottom, top, w, CHUNK, w.chunk, 0);
                System.arraycopy(w.chunk, skip, out, offset + done, part);
                done += part;
                skip = 0;
            }
        }
    }

    /** Turns the stream's next n words into {@code out[offset .. offset + n - 1]}. */
    private static void draw(
            Law law, float a, float b, float bottom, float top, Workspace w, int n, float[] out, int offset) {
        if (law == Law.UNIFORM) {
            w.cursor.nextUniform(n, a, b, top, out, offset);
            return;
        }
        w.cursor.next(w.words, n);
        if (law == Law.NORMAL) {
            LAWS.normal(w.words, n, a, b, w.scratch, out, offset);
        } else {
            LAWS.truncatedNormal(w.words, n, a, b, bottom, top, w.scratch, out, offset);
        }
    }
}
