// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.Arrays;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * What the machine can do at most on one core: the arithmetic and the bandwidths that every other figure is held against.
 * S. Williams, A. Waterman, D. Patterson (2009), "Roofline: an insightful visual performance model for multicore
 * architectures", CACM 52(4).
 */
public class RooflineBenchmark extends AbstractBenchmark {
    /** Flops of one call of {@link #fmaPeak}, at any vector width: a multiple of 24 times 16 lanes. */
    static final int FMA_FLOPS = 24 * 16 << 14;

    /** Floats that {@link #writeL1} writes: as many as the shorter fills. */
    static final int L1_FLOATS = 4096;

    /** Floats that {@link #writeDram} writes: as many as the longer fills. */
    static final int DRAM_FLOATS = 1 << 24;

    private final float[] seed = new float[16];

    /** The state of one measuring thread. */
    public RooflineBenchmark() {}

    /** Multiply-adds on registers: {@code 6291456 flop / time} is the peak. */
    @Benchmark
    public float[] fmaPeak() {
        RooflineVector.multiplyAdd(FMA_FLOPS, seed);
        return seed;
    }

    /** Three arrays of 2,048 floats, 24 KiB together. */
    @Benchmark
    public float[] triadL1(L1 arrays) {
        return arrays.triad();
    }

    /** Three arrays of 16,384 floats, 192 KiB together: more than an L1 cache holds, less than any L2. */
    @Benchmark
    public float[] triadL2(L2 arrays) {
        return arrays.triad();
    }

    /** Three arrays of 67,108,864 floats, 768 MiB together: more than the caches of today's servers. */
    @Benchmark
    public float[] triadDram(Dram arrays) {
        return arrays.triad();
    }

    /** Zeros to one array of 16 KiB: what a fill of random numbers would cost if these came for nothing. */
    @Benchmark
    public float[] writeL1(ShortArray array) {
        RooflineVector.fill(array.a, 0);
        return array.a;
    }

    /** Zeros to one array of 64 MiB: the same for a fill that does not fit the caches. */
    @Benchmark
    public float[] writeDram(LongArray array) {
        RooflineVector.fill(array.a, 0);
        return array.a;
    }

    /** An array in the L1 data cache. */
    @State(Scope.Thread)
    public static class ShortArray {
        private final float[] a = new float[L1_FLOATS];

        /** Allocates it. */
        public ShortArray() {}
    }

    /** An array in the memory. */
    @State(Scope.Thread)
    public static class LongArray {
        private final float[] a = new float[DRAM_FLOATS];

        /** Allocates it. */
        public LongArray() {}
    }

    /** Three arrays of one length; 12 bytes per element move in one call. */
    abstract static class Triad {
        private final float[] a;
        private final float[] b;
        private final float[] c;

        Triad(int length) {
            a = new float[length];
            b = new float[length];
            c = new float[length];
            Arrays.fill(b, 1);
            Arrays.fill(c, 2);
        }

        final float[] triad() {
            RooflineVector.triad(a, b, 0.5f, c);
            return a;
        }
    }

    /** Arrays for the L1 data cache. */
    @State(Scope.Thread)
    public static class L1 extends Triad {
        /** Allocates them. */
        public L1() {
            super(1 << 11);
        }
    }

    /** Arrays for the L2 cache. */
    @State(Scope.Thread)
    public static class L2 extends Triad {
        /** Allocates them. */
        public L2() {
            super(1 << 14);
        }
    }

    /** Arrays for the memory. */
    @State(Scope.Thread)
    public static class Dram extends Triad {
        /** Allocates them. */
        public Dram() {
            super(1 << 26);
        }
    }
}
