// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

/**
 * Something that fresh weights of a sound initializer do not have.
 *
 * @param name what it is, snake_case
 * @param found what was found, in a sentence without a stop
 * @param chance bound on the probability that independent draws of a sound sampler show it; 0 if they never do
 */
public record Oddity(String name, String found, double chance) {}
