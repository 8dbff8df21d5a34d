// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import java.util.function.IntConsumer;
import org.initium.Parallel;
import org.initium.Slice;
import org.initium.random.Sampler;
import org.initium.torch.TorchStream;

/**
 * Keras's draws on PyTorch: {@code keras.random.uniform}, {@code normal} and {@code truncated_normal} for float32.
 *
 * <p>Each call seeds a {@code torch.Generator} with {@code seed + counter}. Three quirks are Keras's own and kept:
 *
 * <ul>
 *   <li>seeds and counters are added, so counter 1 of seed 7 is counter 0 of seed 8;
 *   <li>a uniform element may round up to {@code maxval};
 *   <li>a truncated normal is the first of four normals within two {@code stddev}, and the first of all where none is: four
 *       elements in a million lie outside.
 * </ul>
 */
public final class TorchSampler implements Sampler {
    /** Normals from which a truncated one is chosen. */
    private static final int CANDIDATES = 4;

    /** Elements drawn before they are shifted and scaled or chosen from. */
    private static final int GROUP = 1 << 15;

    /** Elements per piece of work for another thread. */
    private static final int PIECE = 1 << 12;

    private static final ThreadLocal<Candidates> CANDIDATES_OF_THREAD = ThreadLocal.withInitial(Candidates::new);

    private final TorchStream stream;

    private TorchSampler(TorchStream stream) {
        this.stream = stream;
    }

    /**
     * The sampler of an initializer with this integer seed.
     *
     * @param seed any; Keras on PyTorch takes integers modulo 2^32
     */
    public static TorchSampler of(long seed) {
        return of(seed, 0);
    }

    /**
     * The sampler of call number {@code counter} of {@code SeedGenerator(seed)}.
     *
     * @param seed any; Keras on PyTorch takes integers modulo 2^32. {@link SeedGenerator} has a narrower range
     * @param counter 0 or more
     * @throws IllegalArgumentException if the counter is negative
     */
    public static TorchSampler of(long seed, long counter) {
        Arguments.requireCounter(counter);
        return new TorchSampler(TorchStream.of(seed + counter));
    }

    /** {@inheritDoc} But for rounding, which may reach {@code maxval}. */
    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        Arguments.requireUniform(minval, maxval, slice, out, offset);
        float range = (float) (maxval - minval);
        float lo = (float) minval;
        for (int done = 0; done < slice.count(); done += GROUP) {
            int n = Math.min(GROUP, slice.count() - done);
            int at = offset + done;
            stream.rand(new Slice(slice.total(), slice.first() + done, n), out, at);
            // Outside of PyTorch's kernel, so each operation rounds.
            for (int i = at; i < at + n; i++) {
                out[i] = out[i] * range + lo;
            }
        }
    }

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        stream.normal(mean, stddev, slice, out, offset);
    }

    /** {@inheritDoc} But for four elements in a million, which lie outside. */
    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev, slice, out, offset);
        if (slice.total() > Long.MAX_VALUE / CANDIDATES) {
            throw new IllegalArgumentException("a tensor of " + slice.total() + " elements is drawn from " + CANDIDATES
                    + " times as many, expected at most 2^63 - 1 of those");
        }
        CANDIDATES_OF_THREAD.get().draw(stream, (float) mean, (float) stddev, slice, out, offset);
    }

    /** One thread's normals to choose from. */
    private static final class Candidates implements IntConsumer {
        private float[] normals = new float[CANDIDATES * PIECE];
        private float mean;
        private float stddev;
        private float[] out;
        private int offset;
        private int count;

        void draw(TorchStream stream, float mean, float stddev, Slice slice, float[] out, int offset) {
            this.mean = mean;
            this.stddev = stddev;
            this.out = out;
            if (normals.length < CANDIDATES * Math.min(slice.count(), GROUP)) {
                normals = new float[CANDIDATES * GROUP];
            }
            for (int done = 0; done < slice.count(); done += count) {
                count = Math.min(GROUP, slice.count() - done);
                this.offset = offset + done;
                Slice four =
                        new Slice(CANDIDATES * slice.total(), CANDIDATES * (slice.first() + done), CANDIDATES * count);
                stream.normal(0, 1, four, normals, 0);
                Parallel.forEach((count + PIECE - 1) / PIECE, this);
            }
            this.out = null;
        }

        @Override
        public void accept(int piece) {
            int end = Math.min(count, (piece + 1) * PIECE);
            for (int i = piece * PIECE; i < end; i++) {
                out[offset + i] = chosen(CANDIDATES * i) * stddev + mean;
            }
        }

        private float chosen(int from) {
            for (int i = from; i < from + CANDIDATES; i++) {
                if (Math.abs(normals[i]) < 2) {
                    return normals[i];
                }
            }
            return normals[from];
        }
    }
}
