// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import java.util.List;

/**
 * What the search for a seed found.
 *
 * @param largest the largest seed tried; the smallest is 0. -1 if none was tried
 * @param matches the seeds that match, smallest first
 * @param accident bound on the probability that any seed matches which did not make the tensor
 * @param skipped why there was no search, or why it was given up; empty otherwise
 */
public record SeedReport(long largest, List<SeedMatch> matches, double accident, String skipped) {
    /** Copies the matches. */
    public SeedReport {
        matches = List.copyOf(matches);
    }

    /** No search. */
    public static SeedReport skipped(String why) {
        return new SeedReport(-1, List.of(), 0, why);
    }
}
