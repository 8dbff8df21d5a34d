// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.initium.random.Sampler;

/**
 * {@code keras.random.SeedGenerator(seed)}: an initializer whose seed is one draws other weights at every call, from
 * {@code [seed, 0]}, {@code [seed, 1]} and so on.
 *
 * <p>For one without a seed take {@link GlobalSeed#nextSeed()}. Threads may share it; then which of them gets which call is
 * up to them.
 */
public final class SeedGenerator {
    private final Backend backend;
    private final long seed;
    private final AtomicLong calls = new AtomicLong();

    private SeedGenerator(Backend backend, long seed) {
        this.backend = backend;
        this.seed = seed;
    }

    /**
     * A generator that no initializer has called yet.
     *
     * @param seed in the backend's range, as {@link Backend#sampler(long, long)} has it, but on PyTorch -2^31 to 2^31 - 1
     * @throws IllegalArgumentException if the seed is outside that range; the message says what Keras does with it
     */
    public static SeedGenerator of(Backend backend, long seed) {
        Objects.requireNonNull(backend, "backend");
        if (backend == Backend.TORCH && seed != (int) seed) {
            throw new IllegalArgumentException("seed is " + seed + ", expected -2147483648 to 2147483647:"
                    + " Keras on torch raises RuntimeError, since a SeedGenerator makes an int32 of the seed,"
                    + " although an initializer takes any integer");
        }
        // The sampler knows its own range.
        backend.sampler(seed, 0);
        return new SeedGenerator(backend, seed);
    }

    /** What the next call of an initializer draws from. */
    public Sampler next() {
        return backend.sampler(seed, calls.getAndIncrement());
    }
}
