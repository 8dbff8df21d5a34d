// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.initium.random.Key;
import org.initium.verification.groups.WordGroup;
import org.initium.verification.laws.Recipes;
import org.initium.verification.plan.CheckResult;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.words.WordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Word generators with a fault, and the checks of words that must fail them on every seed tried. */
class WordFaultTest {
    /** The share of one of 400 statistical checks. */
    private static final double ALPHA = VerificationSuite.FAMILY_ALPHA / 400;

    /**
     * A fault.
     *
     * @param words what is wrong
     * @param stream the words of a key
     * @param failing labels of checks that must fail; others may
     */
    private record Fault(String words, Function<Key, WordSource> stream, Set<String> failing) {
        Fault(String words, Function<Key, WordSource> stream, String... failing) {
            this(words, stream, Set.of(failing));
        }

        @Override
        public String toString() {
            return words;
        }
    }

    /** What becomes of a word that is right. */
    private interface Damage {
        int of(long index, int word);
    }

    private static Function<Key, WordSource> damaged(Damage damage) {
        return key -> (first, words) -> {
            WordSource.of(key).fill(first, words);
            for (int i = 0; i < words.length; i++) {
                words[i] = damage.of(first + i, words[i]);
            }
        };
    }

    /** Words {@code x = factor x + increment mod 2^32} from a start of the key's, times {@code scale}. */
    private static Function<Key, WordSource> congruential(int factor, int increment, int scale) {
        return key -> (first, words) -> {
            int a = 1;
            int c = 0;
            int power = factor;
            int sum = increment;
            for (long steps = first; steps > 0; steps >>>= 1) {
                if ((steps & 1) != 0) {
                    a *= power;
                    c = c * power + sum;
                }
                sum += sum * power;
                power *= power;
            }
            int x = (int) (key.key() ^ key.stream()) * 2 + 1;
            x = a * x + c;
            for (int i = 0; i < words.length; i++) {
                words[i] = x * scale;
                x = factor * x + increment;
            }
        };
    }

    static List<Fault> faults() {
        return List.of(
                // Numerical Recipes' quick generator: its lower 24 bits repeat after 2^24 words and take each value
                // once.
                new Fault(
                        "linear congruential",
                        congruential(1664525, 1013904223, 1),
                        "collisions words, lower 24 bits",
                        "agreement lag 4096"),
                // IBM's RANDU: successive triples lie on 15 planes. Its 31 bits are shifted to the top.
                new Fault("RANDU", congruential(65539, 0, 2), "serial 3-tuples of words, upper 4 bits"),
                // A Weyl sequence: more even than chance.
                new Fault(
                        "multiples of the golden ratio",
                        congruential(1, 0x9E3779B9, 1),
                        "collisions words, upper 24 bits"),
                new Fault(
                        "a lane repeats its neighbour",
                        key -> (first, words) -> {
                            int[] more = new int[words.length + 1];
                            WordSource.of(key).fill(Math.max(0, first - 1), more);
                            int skip = first == 0 ? 0 : 1;
                            for (int i = 0; i < words.length; i++) {
                                words[i] = more[i + skip - ((first + i) % 32 == 1 ? 1 : 0)];
                            }
                        },
                        "agreement lag 1"),
                new Fault(
                        "a lane that stays at zero",
                        damaged((i, word) -> i % 32 == 5 ? 0 : word),
                        "serial pairs of words, upper 6 bits"),
                new Fault(
                        "every block begins alike",
                        key -> (first, words) -> {
                            int[] block = new int[4096];
                            WordSource.of(key).fill(0, block);
                            for (int i = 0; i < words.length; i++) {
                                words[i] = block[(int) ((first + i) % 4096)];
                            }
                        },
                        "agreement lag 4096",
                        "collisions words, upper 24 bits"),
                new Fault(
                        "each step of a lane twice",
                        key -> (first, words) -> {
                            int[] wide = new int[words.length + 64];
                            WordSource.of(key).fill(first / 64 * 64, wide);
                            for (int i = 0; i < words.length; i++) {
                                long at = first + i;
                                words[i] = wide[(int) (at - at % 64 + at % 32 - first / 64 * 64)];
                            }
                        },
                        "serial pairs of words 32 apart, upper 6 bits"),
                new Fault(
                        "all keys have one stream",
                        key -> WordSource.of(Key.of(1)),
                        "agreement next child",
                        "agreement next seed"),
                new Fault(
                        "the seed's lowest bit is lost",
                        key -> WordSource.of(new Key(key.key() & ~1, key.stream())),
                        "agreement next seed"),
                new Fault(
                        "the top bit set in one word of 64 more",
                        damaged((i, word) -> i % 64 == 0 ? word | 1 << 31 : word),
                        "serial 3-tuples of words, upper 2 bits",
                        "agreement with zeros"),
                new Fault(
                        "24 bits only",
                        damaged((i, word) -> word & ~0xFF),
                        "collisions words, lower 24 bits",
                        "serial pairs of words, lower 6 bits",
                        "agreement lag 1",
                        "agreement lag 64"));
    }

    private static boolean passes(Function<Key, WordSource> stream, Key key, String label) {
        List<PlannedCheck> plan = new WordGroup("x", stream)
                .plan(key, false).stream()
                        .filter(check -> (check.check() + " " + check.shape()).equals(label))
                        .toList();
        assertThat(plan).as(label).hasSize(1);
        CheckResult result = plan.get(0).run(ALPHA);
        assertThat(result.statistic()).as(label).isNotNaN();
        return result.passed();
    }

    @ParameterizedTest
    @MethodSource("faults")
    void faultIsCaught(Fault fault) {
        for (int seed = 1; seed <= 3; seed++) {
            Key key = Key.of(seed).child(0);
            Set<String> missed = fault.failing().stream()
                    .filter(label -> passes(fault.stream(), key, label))
                    .collect(Collectors.toSet());
            assertThat(missed).as("seed %d", seed).isEmpty();
        }
    }

    /** The right words pass on other seeds than the suite's; 20 checks fail them with probability 5e-8 in all. */
    @ParameterizedTest
    @ValueSource(longs = {7, -1})
    void rightWordsPass(long seed) {
        assertThat(WordGroup.NATIVE.plan(Key.of(seed), false))
                .hasSize(20)
                .allSatisfy(check ->
                        assertThat(check.run(ALPHA).passed()).as(check.label()).isTrue());
    }

    /** Checks of 2^34 words, without drawing them. */
    @Test
    void aFullRunPlansTheSameChecks() {
        assertThat(WordGroup.NATIVE.plan(Key.of(1), true))
                .extracting(PlannedCheck::label)
                .isEqualTo(WordGroup.NATIVE.plan(Key.of(1), false).stream()
                        .map(PlannedCheck::label)
                        .toList());
    }
}
