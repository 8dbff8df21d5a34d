// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.initium.jax.JaxKey;
import org.initium.keras.Backend;
import org.initium.keras.GlobalSeed;
import org.initium.keras.JaxSampler;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;

/**
 * A way from a small number to a tensor's random numbers.
 *
 * @param sampler the sampler's name: native, jax, torch, tensorflow or numpy
 * @param seeding how the sampler gets its key from the number, in words
 * @param sampling the same, in deed
 */
record Source(String sampler, String seeding, LongFunction<Sampler> sampling) {
    static final String NATIVE = "native";

    private static final String SEED = "seed";
    private static final String JAX_KEY = "jax.random.key(seed)";

    /** Initializers that drew their seed from a program's one, and layers of a network, that are looked for. */
    private static final int INITIALIZERS = 2;

    private static final int LAYERS = 3;

    /** The last number asked about on this thread, and the seeds that followed: all backends ask for the same ones. */
    private static final ThreadLocal<Derived> LAST = ThreadLocal.withInitial(Derived::new);

    /** Where the number is the seed of this very tensor. */
    static final List<Source> DIRECT = direct();

    /** Where the number seeded a whole program; tried if nothing else was found. */
    static final List<Source> GLOBAL = global();

    /** Whether PyTorch's own initializers, too, draw from this generator and seed. */
    boolean isTorch() {
        return sampler.equals(Backend.TORCH.toString()) && seeding.equals(SEED);
    }

    /** Whether the key is JAX's own and not Keras's. */
    boolean isJaxKey() {
        return seeding.equals(JAX_KEY);
    }

    private static List<Source> direct() {
        List<Source> sources = new ArrayList<>();
        sources.add(new Source(NATIVE, SEED, seed -> Samplers.of(Key.of(seed))));
        for (Backend backend : Backend.values()) {
            sources.add(new Source(backend.toString(), SEED, backend::sampler));
        }
        sources.add(new Source(Backend.JAX.toString(), JAX_KEY, seed -> JaxSampler.of(JaxKey.of(seed))));
        return List.copyOf(sources);
    }

    private static List<Source> global() {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < INITIALIZERS; i++) {
            int number = i;
            for (Backend backend : Backend.values()) {
                sources.add(new Source(
                        backend.toString(),
                        "keras.utils.set_random_seed(seed), initializer " + i,
                        seed -> backend.sampler(derived(seed)[number])));
            }
        }
        for (int layer = 0; layer < LAYERS; layer++) {
            int number = layer;
            sources.add(new Source(
                    NATIVE,
                    "initium train --seed, kernel of dense layer " + layer,
                    seed -> Samplers.of(Key.of(seed).child(0).child(number).child(0))));
        }
        return List.copyOf(sources);
    }

    /** What a thread remembers. */
    private static final class Derived {
        private final long[] seeds = new long[INITIALIZERS];
        private long from = -1;
    }

    /** The seeds that the first initializers draw after {@code keras.utils.set_random_seed}. */
    private static long[] derived(long seed) {
        Derived last = LAST.get();
        if (last.from != seed) {
            GlobalSeed global = GlobalSeed.of(seed);
            for (int i = 0; i < INITIALIZERS; i++) {
                last.seeds[i] = global.nextSeed();
            }
            last.from = seed;
        }
        return last.seeds;
    }
}
