// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

/** What a few elements of a tensor say about a seed. */
interface Probe {
    /** Elements compared at most: none of the samplers makes fewer at a time. */
    int MOST = 16;

    /**
     * Elements needed: factor and shift take two, and each of the others halves the chance of an accident some 16 times.
     */
    int FEWEST = 4;

    /** Whether this seed may have made the tensor. */
    boolean matches(Source source, long seed);

    /** Bound on the probability that a seed matches which did not. */
    double accident();
}
