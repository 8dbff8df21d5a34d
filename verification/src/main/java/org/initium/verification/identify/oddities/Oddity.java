// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import java.util.OptionalDouble;

/**
 * Something that fresh weights of a sound initializer do not have.
 *
 * @param name what it is, snake_case
 * @param found what was found, in a sentence without a stop
 * @param chance bound on the probability that independent draws of a sound sampler show it, 0 if they never do; empty where it
 *     depends on the library, or is a matter of which law it is
 */
public record Oddity(String name, String found, OptionalDouble chance) {
    /** One that has a probability. */
    static Oddity of(String name, String found, double chance) {
        return new Oddity(name, found, OptionalDouble.of(chance));
    }

    /** One that has none. */
    static Oddity of(String name, String found) {
        return new Oddity(name, found, OptionalDouble.empty());
    }
}
