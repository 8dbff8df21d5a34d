// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.random.Key;
import org.initium.random.NativeWords;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/** The 32-bit words that all native numbers are made of. */
public class WordsBenchmark extends AbstractBenchmark {
    /** Words: 16 KiB stay in the L1 cache. */
    @Param("4096")
    public int size;

    private Key key;
    private int[] words;

    /** The state of one measuring thread. */
    public WordsBenchmark() {}

    /** Allocates the array. */
    @Setup
    public void allocate() {
        key = Key.of(FillBenchmark.SEED);
        words = new int[size];
    }

    /** Initium's generator, from the beginning of its stream. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    public int[] initium() {
        NativeWords.fill(key, 0, size, words, 0);
        return words;
    }
}
