// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.samples.Draws;
import org.initium.verification.stats.Trials;
import org.junit.jupiter.api.Test;

class CrossLayerCheckTest {
    private static final int N = 1000;
    private static final double ALPHA = 1e-3;

    /** Normal kernels of different scales and sizes, of which the last is made of the first by a share rho. */
    private static Verdict verdict(int seed, double rho, double alpha) {
        Key key = Key.of(seed);
        float[][] kernels = IntStream.range(0, 3)
                .mapToObj(layer -> {
                    float[] x = new float[N + 10 * layer];
                    Samplers.of(key.child(layer)).normal(0, 1 + layer, Slice.all(x.length), x, 0);
                    return x;
                })
                .toArray(float[][]::new);
        for (int i = 0; i < N; i++) {
            kernels[2][i] = (float) (Math.sqrt(1 - rho * rho) * kernels[2][i] + 3 * rho * kernels[0][i]);
        }
        return CrossLayerCheck.check(
                IntStream.range(0, 3)
                        .mapToObj(layer -> new Draws(kernels[layer], new ExpectedLaw.Normal(0, 1 + layer)))
                        .toList(),
                alpha);
    }

    @Test
    void rightKernelsFailNoMoreOftenThanStated() {
        Trials.assertSize(0.01, 2000, seed -> !verdict(seed, 0, 0.01).passed());
    }

    /** Of normals with correlation r that of the probabilities is {@code 6 asin(r / 2) / pi}: K. Pearson (1907). */
    @Test
    void theDetectableCorrelationIsFound() {
        double size = verdict(0, 0, ALPHA).detects().size();
        Trials.assertFound(2000, seed -> !verdict(seed, normal(size), ALPHA).passed());
        Trials.assertFound(1000, seed -> !verdict(seed, -normal(size), ALPHA).passed());
        Trials.assertMissed(200, seed -> !verdict(seed, normal(size / 3), ALPHA).passed());
    }

    private static double normal(double correlation) {
        return 2 * Math.sin(Math.PI * correlation / 6);
    }

    @Test
    void oneKernelIsRefused() {
        Draws kernel = new Draws(new float[1000], new ExpectedLaw.Normal(0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> CrossLayerCheck.check(List.of(kernel), ALPHA));
        assertThatIllegalArgumentException().isThrownBy(() -> CrossLayerCheck.check(List.of(), ALPHA));
    }

    @Test
    void aKernelThatIsNotANumberFails() {
        float[] x = new float[1000];
        x[7] = Float.NaN;
        Draws kernel = new Draws(x, new ExpectedLaw.Normal(0, 1));
        assertThat(CrossLayerCheck.check(List.of(kernel, kernel), ALPHA).passed())
                .isFalse();
    }
}
