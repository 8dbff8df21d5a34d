// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.List;
import java.util.function.Function;
import org.initium.random.Key;
import org.initium.verification.plan.Implementation;
import org.initium.verification.words.WordSource;

/** Generators of words: weak ones, and faults in the lanes, blocks and keys of the native one. */
final class WordMutants {
    private WordMutants() {}

    static List<Mutant> all() {
        return List.of(
                // Its lower 24 bits repeat after 2^24 words and take each value once.
                words(
                        "linear_congruential",
                        "Numerical Recipes' quick and dirty generator",
                        congruential(1664525, 1013904223, 1),
                        "collisions words, lower 24 bits",
                        "agreement lag 4096"),
                // Successive triples lie on 15 planes. Its 31 bits are shifted to the top.
                words("randu", "IBM's RANDU", congruential(65539, 0, 2), "serial 3-tuples of words, upper 4 bits"),
                // More even than chance.
                words(
                        "golden_ratio",
                        "a Weyl sequence, the multiples of the golden ratio",
                        congruential(1, 0x9E3779B9, 1),
                        "collisions words, upper 24 bits"),
                words(
                        "lane_repeats_its_neighbour",
                        "lane 1 repeats lane 0",
                        WordMutants::repeatedLane,
                        "agreement lag 1"),
                words(
                        "lane_at_zero",
                        "lane 5 stays at zero",
                        damaged((i, word) -> i % 32 == 5 ? 0 : word),
                        "serial pairs of words, upper 6 bits"),
                words(
                        "blocks_alike",
                        "every block of 4,096 words is the first one",
                        WordMutants::repeatedBlock,
                        "agreement lag 4096",
                        "collisions words, upper 24 bits"),
                words(
                        "steps_twice",
                        "each step of a lane is given twice",
                        WordMutants::repeatedStep,
                        "serial pairs of words 32 apart, upper 6 bits"),
                words(
                        "one_stream_of_words",
                        "all keys have one stream",
                        key -> WordSource.of(Key.of(1)),
                        "agreement next child",
                        "agreement next seed"),
                words(
                        "seeds_in_pairs",
                        "the seed's lowest bit is lost",
                        key -> WordSource.of(new Key(key.key() & ~1, key.stream())),
                        "agreement next seed"),
                words(
                        "stuck_bit",
                        "the top bit is set in one word of 64 more",
                        damaged((i, word) -> i % 64 == 0 ? word | 1 << 31 : word),
                        "serial 3-tuples of words, upper 2 bits",
                        "agreement with zeros"),
                words(
                        "24_bits",
                        "the lower 8 bits are 0",
                        damaged((i, word) -> word & ~0xFF),
                        "collisions words, lower 24 bits",
                        "serial pairs of words, lower 6 bits",
                        "agreement lag 1",
                        "agreement lag 64"));
    }

    private static Mutant words(String name, String fault, Function<Key, WordSource> stream, String... claims) {
        return new Mutant(name, fault, PLANTED, Implementation.INITIUM.withWords(stream), claims);
    }

    /** What becomes of a word that is right. */
    @FunctionalInterface
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

    private static WordSource repeatedLane(Key key) {
        return (first, words) -> {
            int[] more = new int[words.length + 1];
            WordSource.of(key).fill(Math.max(0, first - 1), more);
            int skip = first == 0 ? 0 : 1;
            for (int i = 0; i < words.length; i++) {
                words[i] = more[i + skip - ((first + i) % 32 == 1 ? 1 : 0)];
            }
        };
    }

    private static WordSource repeatedBlock(Key key) {
        return (first, words) -> {
            int[] block = new int[4096];
            WordSource.of(key).fill(0, block);
            for (int i = 0; i < words.length; i++) {
                words[i] = block[(int) ((first + i) % block.length)];
            }
        };
    }

    private static WordSource repeatedStep(Key key) {
        return (first, words) -> {
            long start = first / 64 * 64;
            int[] wide = new int[words.length + 64];
            WordSource.of(key).fill(start, wide);
            for (int i = 0; i < words.length; i++) {
                long at = first + i;
                words[i] = wide[(int) (at - at % 64 + at % 32 - start)];
            }
        };
    }
}
