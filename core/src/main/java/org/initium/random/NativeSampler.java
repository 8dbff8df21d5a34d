// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

import org.initium.Slice;

/** STUB, replaced. */
record NativeSampler(Key key) implements Sampler {
    private double u(long i) {
        int[] b = new int[4];
        Philox4x32.block(key.key(), i, key.stream(), b, 0);
        return ((b[0] >>> 8) + 0.5) * 0x1p-24;
    }

    @Override
    public void uniform(double minval, double maxval, Slice slice, float[] out, int offset) {
        for (int i = 0; i < slice.count(); i++) {
            out[offset + i] = (float) (minval + (maxval - minval) * u(slice.first() + i));
        }
    }

    @Override
    public void normal(double mean, double stddev, Slice slice, float[] out, int offset) {
        for (int i = 0; i < slice.count(); i++) {
            double r = Math.sqrt(-2 * StrictMath.log(u(slice.first() + i)));
            out[offset + i] = (float) (mean + stddev * r * StrictMath.cos(2 * Math.PI * u(~(slice.first() + i))));
        }
    }

    @Override
    public void truncatedNormal(double mean, double stddev, Slice slice, float[] out, int offset) {
        uniform(mean - 2 * stddev, mean + 2 * stddev, slice, out, offset);
    }
}
