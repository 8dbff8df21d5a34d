// SPDX-License-Identifier: Apache-2.0
package org.initium.torch;

import org.initium.Slice;

/**
 * The first tensor that PyTorch draws after {@code torch.manual_seed(seed)}, any slice of it. Where {@link TorchGenerator}
 * goes on from call to call, this begins anew at every call: it has no state that could be seen from outside, and threads
 * can share it.
 *
 * <p>The words before a slice have to be passed over, which takes a tenth of a nanosecond each; but where slices follow each
 * other, as they do when a tensor is written slice by slice, each continues where the last one ended.
 */
public final class TorchStream {
    private final Checkpoints words;

    TorchStream(Checkpoints words) {
        this.words = words;
    }

    /**
     * The stream of a seed.
     *
     * @param seed as {@code torch.manual_seed} takes it; its lower 32 bits count
     */
    public static TorchStream of(long seed) {
        return new TorchStream(new Checkpoints((int) seed));
    }

    /**
     * Writes a slice of {@code torch.rand(total)} to {@code out[offset ..]}: multiples of 2^-24 in [0, 1).
     *
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}; nothing is written then
     */
    public void rand(Slice slice, float[] out, int offset) {
        Arguments.requireRoom(slice.count(), out, offset);
        if (slice.count() == 0) {
            return;
        }
        TensorFill fill = TensorFill.ofThread();
        words.seek(slice.first(), fill.twister);
        fill.uniform(fill.twister, 0, 1, slice.count(), out, offset);
        keep(slice, slice.first(), slice.first() + slice.count(), fill);
    }

    /**
     * Writes a slice of {@code torch.normal(mean, stddev, (total,))} to {@code out[offset ..]}.
     *
     * @param mean finite, as a float too
     * @param stddev finite, as a float too, and 0 or more
     * @throws IllegalArgumentException if mean or standard deviation are outside their ranges
     * @throws IndexOutOfBoundsException if the slice does not fit {@code out}; in both cases nothing is written
     */
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        Arguments.requireNormal(mean, stddev);
        Arguments.requireRoom(slice.count(), out, offset);
        if (slice.count() == 0) {
            return;
        }
        TensorFill fill = TensorFill.ofThread();
        if (slice.total() < LawKernel.BLOCK) {
            small(mean, stddev, slice, fill, out, offset);
            return;
        }
        float m = (float) mean;
        float s = (float) stddev;
        long total = slice.total();
        long first = slice.first();
        long end = first + slice.count();
        long begin = TensorFill.firstWord(total, first);
        long position = begin;
        words.seek(position, fill.twister);
        // Up to the last whole block, where the next slice will have to begin; then what is left.
        long cut = Math.max(first, Math.min(end, TensorFill.tail(total)) & -LawKernel.BLOCK);
        int body = (int) (cut - first);
        if (body > 0) {
            fill.normal(fill.twister, position, m, s, total, first, body, out, offset);
            position = cut;
        }
        keep(slice, begin, position, fill);
        if (cut < end) {
            fill.normal(fill.twister, position, m, s, total, cut, (int) (end - cut), out, offset + body);
        }
    }

    private void small(double mean, double stddev, Slice slice, TensorFill fill, float[] out, int offset) {
        words.seek(0, fill.twister);
        fill.pairs.reset();
        for (int i = 0; i < slice.first() + slice.count(); i++) {
            float x = fill.pairs.next(fill.twister, mean, stddev);
            if (i >= slice.first()) {
                out[offset + i - (int) slice.first()] = x;
            }
        }
    }

    /** Remembers where a slice ended, unless the tensor ends there too. */
    private void keep(Slice slice, long begin, long position, TensorFill fill) {
        if (slice.first() + slice.count() < slice.total()) {
            words.keep(begin, position, fill.twister);
        }
    }
}
