// SPDX-License-Identifier: Apache-2.0
package org.initium;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The snake_case names that Keras, JAX and PyTorch give to what are enum constants here: {@code fan_in}, {@code leaky_relu}. */
public final class SnakeCase {
    private SnakeCase() {}

    /** The name of a constant. */
    public static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    /**
     * The constant of a name.
     *
     * @param kind what the constants are, for the message
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static <E extends Enum<E>> E parse(String kind, String name, E[] constants) {
        for (E constant : constants) {
            if (of(constant).equals(name)) {
                return constant;
            }
        }
        throw new IllegalArgumentException(kind + " '" + name + "' is unknown, expected one of "
                + Arrays.stream(constants).map(SnakeCase::of).collect(Collectors.joining(", ")));
    }
}
