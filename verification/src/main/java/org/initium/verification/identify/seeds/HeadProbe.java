// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

/**
 * Compares a few independent draws with those of a family's standard member, up to a factor and a shift: so scale, mean and fans
 * need not be known, nor in which order the library rounded.
 */
record HeadProbe(Head head, Family family) implements Probe {
    @Override
    public boolean matches(Source source, long seed) {
        return head.matches(family, source, seed);
    }

    @Override
    public double accident() {
        return head.accident();
    }
}
