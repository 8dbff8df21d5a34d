// SPDX-License-Identifier: Apache-2.0
package org.initium.keras;

import java.util.Set;

/**
 * What Keras 3.15.1 makes of a dtype other than float32 when an initializer is called with it, by backend; observed by
 * calling {@code RandomUniform} and {@code HeNormal}.
 */
final class Dtypes {
    private static final Set<String> HALVES = Set.of("float16", "bfloat16");
    private static final Set<String> OTHERS = Set.of(
            "bool",
            "int4",
            "int8",
            "int16",
            "int32",
            "int64",
            "uint4",
            "uint8",
            "uint16",
            "uint32",
            "uint64",
            "complex64",
            "complex128",
            "float8_e4m3fn",
            "float8_e5m2");

    private Dtypes() {}

    /** A sentence without a stop on what Keras does on this backend. */
    static String fate(Backend backend, String dtype) {
        if (dtype.equals("float64")) {
            return switch (backend) {
                case JAX -> "Keras on jax warns and gives float32, for jax_enable_x64 is off";
                case TORCH -> "Keras on torch draws other numbers there, from words of 64 bits";
                case TENSORFLOW -> "Keras on tensorflow draws other numbers there, from pairs of words";
                case NUMPY -> "Keras on numpy leaves the same numbers unrounded there";
            };
        }
        if (HALVES.contains(dtype)) {
            return switch (backend) {
                case JAX, TORCH, TENSORFLOW -> "Keras on " + backend + " draws other numbers there";
                case NUMPY -> "Keras on numpy rounds the same numbers to it";
            };
        }
        if (OTHERS.contains(dtype)) {
            return switch (backend) {
                case JAX ->
                    dtype.startsWith("float8")
                            ? "Keras on jax draws other numbers there"
                            : "Keras on jax raises ValueError: it wants a float dtype";
                case TORCH -> "Keras on torch raises NotImplementedError for most laws";
                case TENSORFLOW -> "Keras on tensorflow raises ValueError, TypeError or InvalidArgumentError";
                case NUMPY -> "Keras on numpy casts the numbers to it, whatever is left of them";
            };
        }
        return "Keras on " + backend + " raises " + (backend == Backend.TORCH ? "ValueError" : "TypeError")
                + ": there is no such dtype";
    }
}
