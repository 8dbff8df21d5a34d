// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.EventCounts;

/**
 * Two sequences of words agree in half of the places of each bit: correlation bit by bit, of a stream with itself further on or
 * with another.
 *
 * <p>The differences of independent fair bits are independent and fair also where the sequences overlap, as those of a
 * stream and itself from another place do: no sum of some of them is constant.
 */
public final class AgreementCheck {
    /** The check's name in reports. */
    public static final String NAME = "agreement";

    private static final double FAIR = 0.5;

    private AgreementCheck() {}

    /**
     * The verdict on the first {@code n} words of each.
     *
     * @param n a multiple of 4,096
     * @param alpha how often the check may fail right words
     * @throws IllegalArgumentException if n is no such number or too small for {@code alpha}
     */
    public static Verdict check(WordSource one, WordSource other, long n, double alpha) {
        Batches.require("n", n, 1);
        double critical = EventCounts.critical(n, FAIR, Integer.SIZE, alpha);
        long[] counts = new long[Integer.SIZE];
        int[] a = new int[Batches.SIZE];
        int[] b = new int[Batches.SIZE];
        for (long done = 0; done < n; done += Batches.SIZE) {
            one.fill(done, a);
            other.fill(done, b);
            for (int i = 0; i < Batches.SIZE; i++) {
                a[i] = ~(a[i] ^ b[i]);
            }
            count(a, counts);
        }
        String detail = "N = " + n + " words of each, 32 bits";
        return Verdict.atMost(
                        EventCounts.statistic(counts, n, FAIR),
                        critical,
                        "agreements off N/2 in the worst bit",
                        detail,
                        alpha)
                .detecting(
                        EventCounts.detectable(n, FAIR, Integer.SIZE, alpha),
                        "distance of the probability that a bit agrees from 1/2");
    }

    /** Adds the ones of each bit: bits k and k + 16 in the halves of one int, which hold 65,535 and so a batch. */
    private static void count(int[] words, long[] counts) {
        for (int k = 0; k < 16; k++) {
            int sums = 0;
            for (int word : words) {
                sums += word >>> k & 0x00010001;
            }
            counts[k] += sums & 0xFFFF;
            counts[k + 16] += sums >>> 16;
        }
    }
}
