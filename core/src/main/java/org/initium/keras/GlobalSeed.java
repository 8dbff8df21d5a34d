// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import org.initium.random.mersenne.MersenneTwister;

/**
 * {@code keras.utils.set_random_seed(seed)}: the seeds that initializers without one draw from Python's {@code random}.
 *
 * <p>A random initializer draws its seed when it is constructed, which for a name such as {@code "glorot_uniform"} is when
 * its layer is; {@code "zeros"} draws none. A {@code SeedGenerator} without a seed draws one too, and layers such as
 * Dropout or LSTM own one. So the layers' seeds come in the program's order, on all backends alike. Not thread-safe.
 */
public final class GlobalSeed {
    /** Keras draws {@code random.randint(1, 10**9)}. */
    private static final int LARGEST = 1_000_000_000;

    private final MersenneTwister python;

    private GlobalSeed(MersenneTwister python) {
        this.python = python;
    }

    /**
     * Seeds as {@code set_random_seed} does.
     *
     * @param seed 0 to 2^32 - 1
     * @throws IllegalArgumentException if it is outside that range, where Keras raises ValueError: it seeds NumPy too
     */
    public static GlobalSeed of(long seed) {
        if (seed < 0 || seed > 0xFFFFFFFFL) {
            throw new IllegalArgumentException("seed is " + seed + ", expected 0 to 4294967295:"
                    + " keras.utils.set_random_seed raises ValueError, since it seeds NumPy too");
        }
        return new GlobalSeed(MersenneTwister.ofArray((int) seed));
    }

    /** The seed of the next initializer or {@code SeedGenerator} without one: 1 to 10^9. */
    public long nextSeed() {
        // Python's _randbelow: as many bits as the number of choices has, until they are below it.
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(LARGEST);
        int choice;
        do {
            choice = python.nextInt() >>> Integer.SIZE - bits;
        } while (choice >= LARGEST);
        return 1 + choice;
    }
}
