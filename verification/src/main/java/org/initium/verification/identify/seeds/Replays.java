// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.RandomNormal;
import org.initium.init.RandomUniform;
import org.initium.init.TruncatedNormal;
import org.initium.jax.JaxInit;
import org.initium.jax.JaxKey;
import org.initium.random.Sampler;
import org.initium.torch.FanMode;
import org.initium.torch.Nonlinearity;
import org.initium.torch.TorchGenerator;
import org.initium.torch.TorchInit;
import org.initium.verification.identify.fit.Sample;

/** Makes whole tensors with the engine, to see which initializer gives the same bits. */
final class Replays {
    /** A parameter is taken for a decimal number of five digits if the fit is this near to one, in units of the scale. */
    private static final double NEAR = 0x1p-16;

    private static final int DIGITS = 5;

    private interface TorchRecipe {
        float[] create(Shape shape, TorchGenerator generator);
    }

    /** By the names that the catalogue of laws gives them. */
    private static final Map<String, TorchRecipe> TORCH = Map.of(
            "torch.nn.init.xavier_uniform_", (shape, g) -> TorchInit.xavierUniform(shape, 1, g),
            "torch.nn.init.xavier_normal_", (shape, g) -> TorchInit.xavierNormal(shape, 1, g),
            "torch.nn.init.kaiming_uniform_", (shape, g) -> kaimingUniform(shape, 0, FanMode.FAN_IN, g),
            "torch.nn.init.kaiming_normal_", (shape, g) -> kaimingNormal(shape, FanMode.FAN_IN, g),
            "torch.nn.init.kaiming_uniform_(mode='fan_out')",
                    (shape, g) -> kaimingUniform(shape, 0, FanMode.FAN_OUT, g),
            "torch.nn.init.kaiming_normal_(mode='fan_out')", (shape, g) -> kaimingNormal(shape, FanMode.FAN_OUT, g),
            "torch.nn.init.kaiming_uniform_(a=sqrt(5))",
                    (shape, g) -> kaimingUniform(shape, Math.sqrt(5), FanMode.FAN_IN, g));

    private static final Map<String, JaxInit> JAX = Map.of(
            "glorot_uniform", JaxInit.glorotUniform(),
            "glorot_normal", JaxInit.glorotNormal(),
            "he_uniform", JaxInit.heUniform(),
            "he_normal", JaxInit.heNormal(),
            "lecun_uniform", JaxInit.lecunUniform(),
            "lecun_normal", JaxInit.lecunNormal(),
            "jax.nn.initializers.normal()", JaxInit.normal(0.01),
            "jax.nn.initializers.uniform()", JaxInit.uniform(0.01),
            "jax.nn.initializers.truncated_normal()", JaxInit.truncatedNormal(0.01));

    private Replays() {}

    private static float[] kaimingUniform(Shape shape, double slope, FanMode mode, TorchGenerator generator) {
        return TorchInit.kaimingUniform(shape, slope, mode, Nonlinearity.LEAKY_RELU, generator);
    }

    private static float[] kaimingNormal(Shape shape, FanMode mode, TorchGenerator generator) {
        return TorchInit.kaimingNormal(shape, 0, mode, Nonlinearity.LEAKY_RELU, generator);
    }

    /**
     * The initializers that give exactly this tensor from a seed.
     *
     * @param names those to try, as the catalogue of laws names them; others than the engine's are passed over
     * @param fit how the tensor follows from the family's standard member: parameters to try for the initializers that take them
     */
    static List<String> exact(Sample sample, Source source, long seed, Family family, Affine fit, List<String> names) {
        Shape shape = sample.shape();
        List<String> exact = new ArrayList<>();
        for (String name : names) {
            if (Initializers.names().contains(name)) {
                add(
                        exact,
                        name,
                        sample,
                        Initializers.of(name),
                        source.sampling().apply(seed));
            }
            // JAX's own refuse to count fans of fewer than two dimensions, where Keras's take the length for both.
            boolean fixed = name.startsWith("jax.");
            if (source.isJaxKey() && JAX.containsKey(name) && (fixed || shape.rank() >= 2)) {
                String theirs = fixed ? name : "jax.nn.initializers." + name + "()";
                add(exact, theirs, sample, JAX.get(name).create(JaxKey.of(seed), shape));
            }
            if (source.isTorch() && shape.rank() >= 2 && TORCH.containsKey(name)) {
                add(exact, name, sample, TORCH.get(name).create(shape, TorchGenerator.of(seed)));
            }
        }
        if (exact.isEmpty() && fit.factor() > 0) {
            Initializer guess = guess(family, fit);
            add(exact, words(guess), sample, guess, source.sampling().apply(seed));
        }
        return exact;
    }

    /** Makes the whole tensor only if its beginning is right. */
    private static void add(List<String> exact, String name, Sample sample, Initializer initializer, Sampler sampler) {
        float[] head = new float[Math.min(Probe.MOST, sample.size())];
        initializer.fill(sample.shape(), sampler, new Slice(sample.size(), 0, head.length), head, 0);
        if (Arrays.equals(head, 0, head.length, sample.data(), 0, head.length)) {
            add(exact, name, sample, initializer.create(sample.shape(), sampler));
        }
    }

    private static void add(List<String> exact, String name, Sample sample, float[] tensor) {
        if (!exact.contains(name) && sameBits(sample.data(), tensor)) {
            exact.add(name);
        }
    }

    private static boolean sameBits(float[] a, float[] b) {
        // Arrays.equals compares by bits, but for NaNs, of which there are none.
        return Arrays.equals(a, b);
    }

    /** The initializer with the round parameters that are nearest, as people choose them. */
    private static Initializer guess(Family family, Affine fit) {
        double factor = fit.factor();
        double shift = fit.shift();
        return switch (family) {
            case UNIFORM -> new RandomUniform(rounded(shift - factor, factor), rounded(shift + factor, factor));
            case NORMAL -> new RandomNormal(rounded(shift, factor), rounded(factor, factor));
            case TRUNCATED_NORMAL -> new TruncatedNormal(rounded(shift, factor), rounded(factor, factor));
        };
    }

    /** The number with five digits after the scale's first that is nearest, if it is near; otherwise the number itself. */
    private static double rounded(double x, double scale) {
        int places = DIGITS - (int) Math.floor(StrictMath.log10(scale));
        double round =
                BigDecimal.valueOf(x).setScale(places, RoundingMode.HALF_EVEN).doubleValue();
        return Math.abs(round - x) <= NEAR * scale ? round : x;
    }

    private static String words(Initializer initializer) {
        if (initializer instanceof RandomUniform uniform) {
            return "random_uniform(minval=" + uniform.minval() + ", maxval=" + uniform.maxval() + ")";
        }
        if (initializer instanceof RandomNormal normal) {
            return "random_normal(mean=" + normal.mean() + ", stddev=" + normal.stddev() + ")";
        }
        TruncatedNormal cut = (TruncatedNormal) initializer;
        return "truncated_normal(mean=" + cut.mean() + ", stddev=" + cut.stddev() + ")";
    }

    /** Draws of a family's standard member as many as the sample has. */
    static float[] standard(Sample sample, Sampler sampler, Family family) {
        float[] draws = new float[sample.size()];
        family.draw(sampler, Slice.all(draws.length), draws);
        return draws;
    }
}
