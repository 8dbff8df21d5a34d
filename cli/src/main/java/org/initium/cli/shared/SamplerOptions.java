// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Where random numbers come from: the sampler, its seed, and the type they are asked for in. */
public final class SamplerOptions {
    private static final String NATIVE = "native";
    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Integer.SIZE);

    @Option(
            names = "--sampler",
            defaultValue = NATIVE,
            paramLabel = "NAME",
            description = {
                "native, or jax, torch, tensorflow, numpy for the floats of Keras on that backend"
                        + " (default: ${DEFAULT-VALUE})."
            })
    private String sampler;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "SEED",
            converter = WholeNumber.class,
            description = "A whole number: any of 64 bits for native, otherwise as the backend accepts it"
                    + " (default: ${DEFAULT-VALUE}).")
    private BigInteger seed;

    @Option(
            names = "--dtype",
            defaultValue = "float32",
            paramLabel = "NAME",
            description = "float32, the only one there is (default: ${DEFAULT-VALUE}).")
    private String dtype;

    /** For picocli. */
    public SamplerOptions() {}

    /**
     * The sampler of these options.
     *
     * @throws IllegalArgumentException if the name is unknown, or the seed or the dtype is not one that it takes
     */
    public Sampler sampler() {
        if (sampler.equals(NATIVE)) {
            if (!dtype.equals("float32")) {
                throw new IllegalArgumentException("dtype '" + dtype + "' is not covered, expected float32");
            }
            if (seed.bitLength() >= Long.SIZE) {
                throw new IllegalArgumentException(
                        "seed is " + seed + ", expected a number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE);
            }
            return Samplers.of(Key.of(seed.longValue()));
        }
        Backend backend = backend();
        backend.requireFloat32(dtype);
        return backend.sampler(seed(backend));
    }

    private Backend backend() {
        try {
            return Backend.of(sampler);
        } catch (IllegalArgumentException e) {
            List<String> names = names();
            String hint = Suggestion.closest(sampler, names)
                    .map(closest -> "; did you mean " + closest + "?")
                    .orElse("");
            throw new IllegalArgumentException(
                    "sampler '" + sampler + "' is unknown, expected one of " + String.join(", ", names) + hint);
        }
    }

    /** PyTorch takes whole numbers of any size modulo 2^32; for the others, what exceeds 64 bits is out of range. */
    private long seed(Backend backend) {
        if (backend == Backend.TORCH) {
            return seed.mod(WORD).longValue();
        }
        if (seed.bitLength() >= Long.SIZE) {
            throw new IllegalArgumentException("seed is " + seed + ", expected a number from "
                    + (backend == Backend.TENSORFLOW
                            ? Long.MIN_VALUE + " to " + Long.MAX_VALUE + "; Keras on tensorflow raises ValueError"
                            : "0 to 4294967295; Keras on " + backend + " raises OverflowError"));
        }
        return seed.longValue();
    }

    /** Whole numbers of any size: what is too large depends on the sampler. */
    private static final class WholeNumber implements ITypeConverter<BigInteger> {
        @Override
        public BigInteger convert(String text) {
            try {
                return new BigInteger(text);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a whole number");
            }
        }
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of(NATIVE));
        for (Backend backend : Backend.values()) {
            names.add(backend.toString());
        }
        return names;
    }

    /** The seed as given. */
    public BigInteger seed() {
        return seed;
    }

    /** The sampler's name. */
    public String name() {
        return sampler;
    }
}
