// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import java.util.Arrays;
import java.util.Objects;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.random.Sampler;

/**
 * Convolution kernels that hand their input channels on unchanged, as many as there are outputs for: 1 at the middle
 * position between channel and output of the same number, 0 elsewhere.
 *
 * <p>{@code torch.nn.init.dirac_}, with axes (spatial ..., in, out) instead of PyTorch's (out, in, spatial ...). The middle of
 * {@code k} positions is {@code k / 2}, the upper one of two. With groups the outputs fall into blocks of equal size, each of
 * which begins anew at channel 0 of its group; {@code in} counts the channels of one group. Keras has no such initializer.
 *
 * @param groups groups of the convolution, 1 or more
 */
public record Dirac(int groups) implements Initializer {
    /** PyTorch's default: one group. */
    public static final Dirac DEFAULT = new Dirac(1);

    /**
     * Checks the number of groups.
     *
     * @throws IllegalArgumentException if it is below 1
     */
    public Dirac {
        if (groups < 1) {
            throw new IllegalArgumentException("groups is " + groups + ", expected 1 or more");
        }
    }

    /**
     * Mean and deviation over the positions of the kernel.
     *
     * @throws IllegalArgumentException if the rank is not 3, 4 or 5, or {@code out} is not a multiple of {@code groups}
     */
    @Override
    public Law.Structured law(Shape shape) {
        CentreTap tap = tap(shape);
        double share = shape.size() == 0 ? 0 : (double) groups * onesPerGroup(tap) / shape.size();
        return new Law.Structured(
                "1 at the middle position for each channel of " + (groups == 1 ? "the" : groups + " groups with the")
                        + " same output, 0 elsewhere",
                share,
                Math.sqrt(share * (1 - share)),
                0,
                1);
    }

    @Override
    public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
        CentreTap tap = tap(shape);
        slice.requireOf(shape);
        Objects.checkFromIndexSize(offset, slice.count(), out.length);
        Arrays.fill(out, offset, offset + slice.count(), 0);
        if (shape.size() == 0) {
            return;
        }
        for (int group = 0; group < groups; group++) {
            for (int channel = 0; channel < onesPerGroup(tap); channel++) {
                long output = (long) group * (tap.out() / groups) + channel;
                long element = tap.first() + (long) channel * tap.out() + output - slice.first();
                if (element >= 0 && element < slice.count()) {
                    out[offset + (int) element] = 1;
                }
            }
        }
    }

    private int onesPerGroup(CentreTap tap) {
        return Math.min(tap.in(), tap.out() / groups);
    }

    private CentreTap tap(Shape shape) {
        CentreTap tap = CentreTap.of("dirac", shape, k -> k / 2);
        if (tap.out() % groups != 0) {
            throw new IllegalArgumentException("shape " + shape + " has " + tap.out()
                    + " outputs, expected a multiple of the " + groups + " groups");
        }
        return tap;
    }
}
