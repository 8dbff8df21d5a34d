// SPDX-License-Identifier: Apache-2.0
package org.initium.simd;

import java.util.Map;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The one class that knows the hardware: which vector width the kernels use.
 *
 * <p>By default that is the widest one the JVM prefers on this CPU. {@code -Dinitium.simd=64|128|256|512} forces a width,
 * {@code -Dinitium.simd=scalar} the kernels without vectors. Every setting gives the same bits; a width that the CPU lacks
 * still gives them, but the JVM then emulates each vector operation, some hundred times slower.
 */
public final class Simd {
    private static final Map<String, Integer> WIDTHS = Map.of("64", 64, "128", 128, "256", 256, "512", 512);

    /** Whether the scalar kernels are in use. */
    public static final boolean SCALAR;

    /** Vectors of {@code float}; {@code -Dinitium.simd=scalar} leaves the preferred width here, for tests. */
    public static final VectorSpecies<Float> FLOAT;

    /** Vectors of {@code int}, as wide as {@link #FLOAT}. */
    public static final VectorSpecies<Integer> INT;

    /** Vectors of {@code long}, as wide as {@link #FLOAT} but of two lanes at least: C2 compiles no vectors of one. */
    public static final VectorSpecies<Long> LONG;

    /** Vectors of {@code double}, as wide as {@link #LONG}. */
    public static final VectorSpecies<Double> DOUBLE;

    static {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            throw new IllegalStateException("Initium's kernels use the JDK's Vector API:"
                    + " start java with --add-modules jdk.incubator.vector");
        }
        String setting = System.getProperty("initium.simd", "");
        SCALAR = setting.equals("scalar");
        Integer bits = setting.isEmpty() || SCALAR ? Integer.valueOf(preferredBits()) : WIDTHS.get(setting);
        if (bits == null) {
            throw new IllegalArgumentException("-Dinitium.simd=" + setting + ": expected scalar, 64, 128, 256 or 512");
        }
        switch (bits) {
            case 64 -> {
                FLOAT = FloatVector.SPECIES_64;
                INT = IntVector.SPECIES_64;
                LONG = LongVector.SPECIES_128;
            }
            case 128 -> {
                FLOAT = FloatVector.SPECIES_128;
                INT = IntVector.SPECIES_128;
                LONG = LongVector.SPECIES_128;
            }
            case 256 -> {
                FLOAT = FloatVector.SPECIES_256;
                INT = IntVector.SPECIES_256;
                LONG = LongVector.SPECIES_256;
            }
            default -> {
                FLOAT = FloatVector.SPECIES_512;
                INT = IntVector.SPECIES_512;
                LONG = LongVector.SPECIES_512;
            }
        }
        DOUBLE = LONG.vectorShape().withLanes(double.class);
    }

    private Simd() {}

    /** Width of a vector register in use, in bits; 32 for the scalar kernels. */
    public static int bits() {
        return SCALAR ? Float.SIZE : FLOAT.vectorBitSize();
    }

    /** {@code "scalar"} or the width in words, such as {@code "256-bit vectors"}. */
    public static String description() {
        return SCALAR ? "scalar" : bits() + "-bit vectors";
    }

    /** Kernels are laid out for at most 512 bits (AVX-512); wider registers (SVE) run as 512. */
    private static int preferredBits() {
        return Math.min(512, FloatVector.SPECIES_PREFERRED.vectorBitSize());
    }
}
