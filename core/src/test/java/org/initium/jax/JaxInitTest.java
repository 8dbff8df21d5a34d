// SPDX-License-Identifier: Apache-2.0
package org.initium.jax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.VarianceScaling.Mode;
import org.initium.jax.JaxVarianceScaling.Distribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JaxInitTest {
    private static final JaxKey KEY = JaxKey.of(42);

    static List<JaxReference> references() {
        return JaxReference.of(
                "initUniform",
                "initNormal",
                "initTruncated",
                "varianceScaling",
                "varianceScalingAxes",
                "glorot_uniform",
                "glorot_normal",
                "lecun_uniform",
                "lecun_normal",
                "he_uniform",
                "he_normal");
    }

    private static JaxInit initializer(JaxReference r) {
        return switch (r.operation()) {
            case "initUniform" -> JaxInit.uniform(r.number(0));
            case "initNormal" -> JaxInit.normal(r.number(0));
            case "initTruncated" -> JaxInit.truncatedNormal(r.number(0), r.number(1), r.number(2));
            case "varianceScaling" -> scaling(r);
            case "varianceScalingAxes" -> scaling(r).withAxes(axes(r, 3), axes(r, 4), axes(r, 5));
            case "glorot_uniform" -> JaxInit.glorotUniform();
            case "glorot_normal" -> JaxInit.glorotNormal();
            case "lecun_uniform" -> JaxInit.lecunUniform();
            case "lecun_normal" -> JaxInit.lecunNormal();
            case "he_uniform" -> JaxInit.heUniform();
            case "he_normal" -> JaxInit.heNormal();
            default -> throw new IllegalArgumentException(r.operation());
        };
    }

    private static JaxVarianceScaling scaling(JaxReference r) {
        return JaxInit.varianceScaling(
                r.number(0),
                Mode.of(r.arguments().get(1)),
                Distribution.of(r.arguments().get(2)));
    }

    private static int[] axes(JaxReference r, int argument) {
        String text = r.arguments().get(argument);
        return text.equals("-")
                ? new int[0]
                : Arrays.stream(text.split(",")).mapToInt(Integer::parseInt).toArray();
    }

    @ParameterizedTest
    @MethodSource("references")
    void everyReferenceMatches(JaxReference r) {
        assertThat(JaxReference.summary(initializer(r).create(r.key(), r.shape())))
                .isEqualTo(r.expected());
    }

    @Test
    void referencesAreThere() {
        assertThat(references()).hasSize(98);
    }

    @Test
    void truncatedNormalIsCutAtTwo() {
        assertThat(JaxInit.truncatedNormal(0.5).create(KEY, Shape.of(100)))
                .isEqualTo(JaxInit.truncatedNormal(0.5, -2, 2).create(KEY, Shape.of(100)));
    }

    @Test
    void fillWritesItsSliceAlone() {
        Shape shape = Shape.of(50, 41);
        float[] whole = JaxInit.lecunNormal().create(KEY, shape);
        float[] out = new float[105];
        Arrays.fill(out, Float.NaN);
        JaxInit.lecunNormal().fill(KEY, shape, new Slice(2050, 1033, 101), out, 2);
        assertThat(Arrays.copyOfRange(out, 2, 103)).isEqualTo(Arrays.copyOfRange(whole, 1033, 1134));
        assertThat(out).startsWith(Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
    }

    /** JAX gives an empty array for these, but cannot divide by the fans of the others. */
    @Test
    void shapesWithoutElements() {
        assertThat(JaxInit.normal(1).create(KEY, Shape.of(0, 3))).isEmpty();
        for (Shape shape : List.of(Shape.of(0, 3), Shape.of(3, 0), Shape.of(2, 0, 3))) {
            assertRefused(() -> JaxInit.heNormal().create(KEY, shape), "shape " + shape + " has no elements");
        }
    }

    @Test
    void badArgumentsAreRefusedBeforeAnythingIsWritten() {
        JaxVarianceScaling lecun = JaxInit.lecunNormal();
        assertRefused(() -> lecun.create(KEY, Shape.of()), "in_axis [-2]: axis -2 is outside shape () of rank 0");
        assertRefused(() -> lecun.create(KEY, Shape.of(3)), "in_axis [-2]: axis -2 is outside shape (3,) of rank 1");
        JaxVarianceScaling batched = lecun.withAxes(new int[] {0}, new int[] {1}, 2);
        assertRefused(() -> batched.create(KEY, Shape.of(3, 4)), "batch_axis [2]: axis 2 is outside");
        JaxVarianceScaling huge = JaxInit.varianceScaling(3e38, Mode.FAN_IN, Distribution.NORMAL);
        assertThat(huge.create(KEY, Shape.of(1, 1))).doesNotContain(Float.NaN);
        assertRefused(() -> JaxInit.varianceScaling(-1, Mode.FAN_IN, Distribution.NORMAL), "scale is -1.0");
        assertRefused(() -> JaxInit.varianceScaling(Double.NaN, Mode.FAN_IN, Distribution.NORMAL), "scale is NaN");
        assertRefused(() -> JaxInit.varianceScaling(1e39, Mode.FAN_IN, Distribution.NORMAL), "scale is 1.0E39");
        assertRefused(() -> JaxInit.normal(Double.POSITIVE_INFINITY), "stddev is Infinity");
        assertRefused(() -> JaxInit.uniform(Double.NaN), "scale is NaN");
        assertRefused(() -> JaxInit.truncatedNormal(1, 2, 1), "expected lower <= upper");
        assertRefused(() -> Mode.of("fan"), "mode 'fan' is unknown, expected one of fan_in, fan_out, fan_avg, fan_geo");
        assertRefused(() -> Distribution.of("untruncated_normal"), "expected one of truncated_normal, normal, uniform");
        float[] out = new float[6];
        assertRefused(() -> lecun.fill(KEY, Shape.of(2, 3), Slice.all(5), out, 0), "slice of a tensor of 5 elements");
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
                .isThrownBy(() -> lecun.fill(KEY, Shape.of(2, 3), Slice.all(6), out, 1));
        assertThat(out).containsOnly(0);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining(message);
    }

    @Test
    void toStringIsTheCall() {
        assertThat(JaxInit.lecunNormal())
                .hasToString(
                        "variance_scaling(1.0, fan_in, truncated_normal, in_axis=[-2], out_axis=[-1], batch_axis=[])");
        assertThat(JaxInit.normal(0.01)).hasToString("normal(0.01)");
    }
}
