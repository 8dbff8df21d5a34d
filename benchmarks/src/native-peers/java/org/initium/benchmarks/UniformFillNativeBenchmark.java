// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.initium.benchmarks.FillBenchmark.SPREAD;

import org.bytedeco.javacpp.PointerScope;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.TearDown;

/** Native contenders of {@link UniformFillBenchmark}; results count them there. */
public class UniformFillNativeBenchmark extends TorchFillBenchmark {
    /** The state of one measuring thread. */
    public UniformFillNativeBenchmark() {}

    /**
     * Checks the law.
     *
     * @throws IllegalStateException if it is another
     */
    @TearDown
    public void check() {
        Natives.requireMoments(values(), SPREAD / Math.sqrt(3));
    }

    /** {@code torch.nn.init.uniform_}. */
    @Benchmark
    public Object torch() {
        try (PointerScope scope = new PointerScope()) {
            tensor.uniform_(-SPREAD, SPREAD, generator);
        }
        return tensor;
    }
}
