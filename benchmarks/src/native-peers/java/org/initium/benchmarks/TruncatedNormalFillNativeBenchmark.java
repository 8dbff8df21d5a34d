// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.initium.benchmarks.FillBenchmark.SPREAD;

import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.initium.init.Law;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.TearDown;

/** Native contenders of {@link TruncatedNormalFillBenchmark}; results count them there. */
public class TruncatedNormalFillNativeBenchmark extends TorchFillBenchmark {
    /** {@code 2 Phi(2) - 1}, the share of a normal within two standard deviations. */
    private static final double WITHIN = 0.95449973610364158;

    private Scalar factor;
    private Scalar mean;
    private ScalarOptional lower;
    private ScalarOptional upper;

    /** The state of one measuring thread. */
    public TruncatedNormalFillNativeBenchmark() {}

    /** Makes the tensor and the constants. */
    @Setup
    @Override
    public void allocate() {
        super.allocate();
        factor = new Scalar(SPREAD * Math.sqrt(2));
        mean = new Scalar(0.0);
        lower = new ScalarOptional(new Scalar(-2 * SPREAD));
        upper = new ScalarOptional(new Scalar(2 * SPREAD));
    }

    /**
     * Checks the law.
     *
     * @throws IllegalStateException if it is another
     */
    @TearDown
    public void check() {
        Natives.requireMoments(values(), SPREAD * Law.TruncatedNormal.STANDARD_STDDEV);
    }

    /** The five passes of {@code torch.nn.init.trunc_normal_(w, 0, std, -2 std, 2 std)}, which libtorch has in Python only. */
    @Benchmark
    public Object torch() {
        try (PointerScope scope = new PointerScope()) {
            tensor.uniform_(-WITHIN, WITHIN, generator);
            tensor.erfinv_();
            tensor.mul_(factor);
            tensor.add_(mean);
            tensor.clamp_(lower, upper);
        }
        return tensor;
    }
}
