// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.initium.benchmarks.FillBenchmark.SPREAD;

import org.bytedeco.javacpp.PointerScope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/** Native contenders of {@link NormalFillBenchmark}; results count them there. */
public class NormalFillNativeBenchmark extends TorchFillBenchmark {
    /** The state of one measuring thread. */
    public NormalFillNativeBenchmark() {}

    /**
     * Checks the law.
     *
     * @throws IllegalStateException if it is another
     */
    @TearDown
    public void check() {
        Natives.requireMoments(values(), SPREAD);
    }

    /** {@code torch.nn.init.normal_}. */
    @Benchmark
    public Object torch() {
        try (PointerScope scope = new PointerScope()) {
            tensor.normal_(0, SPREAD, generator);
        }
        return tensor;
    }
}
