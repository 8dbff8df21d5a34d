// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;

/**
 * How often a statistic fails samples of keys {@code 0 .. seeds - 1}, judged by the exact binomial law: with other keys one of these
 * assertions would fail a right statistic once in 10^10 times.
 *
 * <p>So a power of 93 %, 97 % or 98.7 % for the 99.9 % that are stated shows every other time on 100, 300 or 1,000 seeds, and a size of 5 or
 * 3.5 times the stated 0.01 on 400 or 1,000: these assertions guard against a wrong formula, not against the third digit. Where the law of
 * a statistic can be computed, tests do so.
 */
public final class Trials {
    private static final double ALARM = 1e-10;

    private Trials() {}

    /** Right samples fail at most as often as stated. */
    public static void assertSize(double alpha, int seeds, IntPredicate fails) {
        int failures = failures(seeds, fails);
        assertThat(BinomialTest.upperTail(failures, seeds, alpha))
                .as("%s of %s right samples failed at %s", failures, seeds, alpha)
                .isGreaterThan(ALARM);
    }

    /** Right samples fail as often as stated, neither more nor less. */
    public static void assertExactSize(double alpha, int seeds, IntPredicate fails) {
        int failures = failures(seeds, fails);
        assertThat(BinomialTest.pValue(failures, seeds, alpha, 0.5))
                .as("%s of %s right samples failed at %s", failures, seeds, alpha)
                .isGreaterThan(ALARM);
    }

    /** Wrong samples pass no more often than once in a thousand. */
    public static void assertFound(int seeds, IntPredicate fails) {
        int misses = seeds - failures(seeds, fails);
        assertThat(BinomialTest.upperTail(misses, seeds, Power.MISS))
                .as("%s of %s wrong samples passed", misses, seeds)
                .isGreaterThan(ALARM);
    }

    /** A fault of that size is out of reach: so what the statistic says it detects is not idle caution. */
    public static void assertMissed(int seeds, IntPredicate fails) {
        assertThat(failures(seeds, fails)).as("failures of %s", seeds).isLessThan(seeds / 2);
    }

    private static int failures(int seeds, IntPredicate fails) {
        int failures = 0;
        for (int seed = 0; seed < seeds; seed++) {
            failures += fails.test(seed) ? 1 : 0;
        }
        return failures;
    }
}
