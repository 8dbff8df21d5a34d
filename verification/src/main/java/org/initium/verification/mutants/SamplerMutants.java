// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.plan.Implementation;

/** Samplers whose words are right and whose laws are not. */
final class SamplerMutants {
    private SamplerMutants() {}

    static List<Mutant> all() {
        return List.of(
                new Mutant(
                        "shift_by_nine",
                        "the uniform takes 23 bits of a word for 24 and stops in the middle",
                        PLANTED,
                        uniform(u -> u / 2),
                        "mean"),
                new Mutant(
                        "lost_bit",
                        "the uniform's last bit is always 0",
                        "numpy#17478",
                        uniform(u -> Math.floor(u * 0x1p23) * 0x1p-23),
                        "resolution"),
                new Mutant(
                        "leaning_bit",
                        "the uniform's last bit is 1 in 52 of 100 elements",
                        PLANTED,
                        uniform(WrongSampler.words(2, SamplerMutants::leaningBit)),
                        "fair_bits"),
                new Mutant(
                        "closed_uniform",
                        "the uniform gives its upper bound once in 2^24 elements",
                        "numpy#10803, numpy#26978, cupy#4139",
                        uniform(u -> u == 1 - 0x1p-24 ? 1 : u),
                        "extreme_words"),
                new Mutant(
                        "lower_bound_too_often",
                        "one of a thousand elements of the uniform is the lower bound",
                        PLANTED,
                        uniform(u -> (int) (u * 0x1p24) % 1000 == 7 ? 0 : u),
                        "anderson_darling",
                        "equal_bins"),
                new Mutant(
                        "normals_without_sign",
                        "the normal is never negative, not even in the tail, where the bug was right",
                        "ng-numpy-randomstate#67",
                        normal(WrongSampler.normals(Math::abs)),
                        "mean"),
                new Mutant(
                        "narrow_normals",
                        "the normal's standard deviation is 0.81, by a factor",
                        "VectorizedRNG.jl#19",
                        normal(WrongSampler.normals(z -> 0.81 * z)),
                        "variance"),
                new Mutant(
                        "sum_of_twelve",
                        "the normal is a sum of twelve uniforms",
                        PLANTED,
                        normal(WrongSampler.words(12, NormalFaults::sumOfTwelve)),
                        "legendre_moments",
                        "tail_counts"),
                new Mutant(
                        "coarse_radius",
                        "the normal's radius comes from 8 bits: nothing beyond 3.33 standard deviations",
                        "pytorch#166853",
                        normal(WrongSampler.words(2, NormalFaults::coarseRadius)),
                        "tail_counts"),
                // Nothing beyond 5.77 standard deviations, where a sample of 10^8 has one element.
                new Mutant(
                        "radius_of_24_bits",
                        "the normal's radius comes from 24 bits of its word, not 31",
                        PLANTED,
                        normal(NormalFaults::radiusOf24Bits),
                        "extreme_words normal"),
                new Mutant(
                        "no_tail",
                        "the normal is held within 4 standard deviations",
                        PLANTED,
                        normal(WrongSampler.normals(z -> Math.max(-4, Math.min(4, z)))),
                        "tail_counts"),
                new Mutant(
                        "wedges_accepted",
                        "the normal's ziggurat accepts its wedges unseen",
                        PLANTED,
                        normal(WrongSampler.words(2, NormalFaults::wedgesAccepted)),
                        "equal_bins"),
                new Mutant(
                        "wedges_refused",
                        "the normal's ziggurat multiplies half of a wedge's height by its uniform: few wedges are accepted",
                        "QuantLib#2722",
                        normal(WrongSampler.words(8, NormalFaults::wedgesRefused)),
                        "equal_bins"),
                new Mutant(
                        "wedges_of_the_next_layer",
                        "the normal's ziggurat takes the height of a wedge from the layer above",
                        "rust#10084, rust#10196",
                        normal(WrongSampler.words(8, NormalFaults::wedgesOfTheNextLayer)),
                        "equal_bins"),
                new Mutant(
                        "tail_of_a_whole_layer",
                        "the normal's ziggurat takes its tail for a whole layer",
                        "bmad#2075",
                        normal(WrongSampler.words(5, NormalFaults::tailOfAWholeLayer)),
                        "variance"),
                new Mutant(
                        "twin_normals",
                        "both normals of a pair are the cosine",
                        PLANTED,
                        normal(NormalFaults::twins),
                        "serial_correlation"),
                new Mutant(
                        "moved_to_the_bounds",
                        "the truncated normal's tails are moved to the bounds",
                        PLANTED,
                        truncated(WrongSampler.normals(z -> Math.max(-2, Math.min(2, z)))),
                        "variance"),
                new Mutant(
                        "four_tries",
                        "the truncated normal gives up after four tries: 4.3 of a million elements lie outside",
                        "Keras 3 on PyTorch, keras/src/backend/torch/random.py truncated_normal",
                        truncated(WrongSampler.words(8, NormalFaults::fourTries)),
                        "bounds"),
                new Mutant(
                        "one_stream",
                        "every key has the same stream",
                        "deepxde#2086",
                        Implementation.INITIUM.withSampler(Implementation.NATIVE, key -> Samplers.of(Key.of(0))),
                        "cross_stream"),
                new Mutant(
                        "slices_begin_anew",
                        "each slice of a tensor is drawn as if it were the first",
                        "torchtitan#3106",
                        normal((right, key, slice, out, offset) ->
                                right.normal(0, 1, new Slice(slice.total(), 0, slice.count()), out, offset)),
                        "same_seed"),
                backend("jax", u -> (u + 1) / 2, "the jax sampler's uniform is never negative", "mean"),
                backend("torch", u -> 1.01 * u - 0.005, "the torch sampler's uniform is 1 % too wide", "bounds"),
                backend(
                        "tensorflow",
                        u -> 0.99 * u + 0.005,
                        "the tensorflow sampler's uniform is 1 % too narrow",
                        "variance"),
                backend("numpy", u -> u * u, "the numpy sampler's uniform is a square", "mean", "variance"),
                one(
                        "jax",
                        "tail",
                        "the jax sampler's normal is held within 4 standard deviations",
                        (right, key) -> WrongSampler.normal(
                                right, key, WrongSampler.normals(z -> Math.max(-4, Math.min(4, z)))),
                        "tail_counts"),
                one(
                        "torch",
                        "pairs",
                        "the torch sampler's normal has the cosine of every pair twice, eight elements apart",
                        (right, key) -> WrongSampler.normal(right, key, NormalFaults::cosines),
                        "serial_correlation"),
                one(
                        "tensorflow",
                        "seed",
                        "the tensorflow sampler has the same stream for every seed",
                        (right, key) -> Implementation.INITIUM
                                .samplers()
                                .get("tensorflow")
                                .apply(Key.of(1)),
                        "cross_stream"),
                one(
                        "numpy",
                        "cut",
                        "the numpy sampler's truncated normal is cut at 2.05 standard deviations",
                        (right, key) -> WrongSampler.truncated(
                                right,
                                key,
                                (own, words, slice, out, offset) -> own.truncatedNormal(0, 1.025, slice, out, offset)),
                        "bounds",
                        "variance"));
    }

    /** The upper 24 bits of a word, of which the last is set whatever it was if the next word is one of 25. */
    private static double leaningBit(int[] words, int at) {
        int set = Integer.remainderUnsigned(words[at + 1], 25) == 0 ? 1 : 0;
        return (words[at] >>> 8 | set) * 0x1p-24;
    }

    /** One of the other samplers, alone, with a fault. */
    private static Mutant one(
            String name, String what, String fault, BiFunction<Sampler, Key, Sampler> wrong, String... claims) {
        Function<Key, Sampler> right = Implementation.INITIUM.samplers().get(name);
        return new Mutant(
                "wrong_" + what + "_of_" + name,
                fault,
                PLANTED,
                Implementation.INITIUM.withSampler(name, key -> wrong.apply(right.apply(key), key)),
                claims);
    }

    /** A fault of one of the other samplers, which has to be found as surely as the native one's. */
    private static Mutant backend(String name, DoubleUnaryOperator change, String fault, String... claims) {
        Function<Key, Sampler> right = Implementation.INITIUM.samplers().get(name);
        return new Mutant(
                "wrong_" + name,
                fault,
                PLANTED,
                Implementation.INITIUM.withSampler(name, key -> WrongSampler.uniform(right.apply(key), key, change)),
                claims);
    }

    private static Implementation uniform(DoubleUnaryOperator change) {
        return Implementation.INITIUM.withSampler(
                Implementation.NATIVE, key -> WrongSampler.uniform(Samplers.of(key), key, change));
    }

    private static Implementation uniform(WrongSampler.Standard standard) {
        return Implementation.INITIUM.withSampler(
                Implementation.NATIVE, key -> WrongSampler.uniform(Samplers.of(key), key, standard));
    }

    private static Implementation normal(WrongSampler.Standard standard) {
        return Implementation.INITIUM.withSampler(
                Implementation.NATIVE, key -> WrongSampler.normal(Samplers.of(key), key, standard));
    }

    private static Implementation truncated(WrongSampler.Standard standard) {
        return Implementation.INITIUM.withSampler(
                Implementation.NATIVE, key -> WrongSampler.truncated(Samplers.of(key), key, standard));
    }
}
