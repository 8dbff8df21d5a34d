// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import org.initium.SnakeCase;
import org.initium.random.Sampler;

/** The libraries that Keras 3 runs on; each draws other numbers from the same seed. */
public enum Backend {
    /** JAX: Threefry, counter-based. */
    JAX("jax 0.10.2") {
        @Override
        public Sampler sampler(long seed, long counter) {
            return JaxSampler.of(seed, counter);
        }
    },
    /** PyTorch: a Mersenne Twister, sequential. */
    TORCH("torch 2.13.0") {
        @Override
        public Sampler sampler(long seed, long counter) {
            return TorchSampler.of(seed, counter);
        }
    },
    /** TensorFlow: Philox, counter-based. */
    TENSORFLOW("tensorflow-cpu 2.21.0") {
        @Override
        public Sampler sampler(long seed, long counter) {
            return TensorFlowSampler.of(seed, counter);
        }
    },
    /** NumPy: PCG64, sequential. */
    NUMPY("numpy 2.4.6") {
        @Override
        public Sampler sampler(long seed, long counter) {
            return NumpySampler.of(seed, counter);
        }
    };

    private final String version;

    Backend(String version) {
        this.version = version;
    }

    /**
     * The backend of Keras's name, such as {@code jax}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static Backend of(String name) {
        return SnakeCase.parse("backend", name, values());
    }

    /**
     * What an initializer with this integer seed draws from.
     *
     * @throws IllegalArgumentException if the backend does not accept the seed; the message says what Keras does with it
     */
    public Sampler sampler(long seed) {
        return sampler(seed, 0);
    }

    /**
     * What the call number {@code counter} of an initializer with {@code SeedGenerator(seed)} draws from.
     *
     * @param counter 0 or more
     * @throws IllegalArgumentException if the backend does not accept the seed or the counter
     */
    public abstract Sampler sampler(long seed, long counter);

    /**
     * Checks the name of a dtype that weights are asked for in.
     *
     * @param dtype Keras's name, such as {@code float32}
     * @throws IllegalArgumentException unless it is float32; the message says what Keras does with it on this backend
     */
    public void requireFloat32(String dtype) {
        if (!dtype.equals("float32")) {
            throw new IllegalArgumentException(
                    "dtype '" + dtype + "' is not covered, expected float32; " + Dtypes.fate(this, dtype));
        }
    }

    /** Package and version of the library whose floats are meant. */
    public String version() {
        return version;
    }

    /** Keras's name, such as {@code jax}. */
    @Override
    public String toString() {
        return SnakeCase.of(this);
    }
}
