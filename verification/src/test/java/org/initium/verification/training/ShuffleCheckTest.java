// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initium.Slice;
import org.initium.random.Key;
import org.initium.random.Permutation;
import org.initium.random.Samplers;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.CellDivergence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The order of samples: each once, every order as likely as any other. */
class ShuffleCheckTest {
    private static final double ALPHA = 1e-7;
    private static final int SAMPLES = 64;

    private interface Shuffle {
        int[] order(int samples, Key key, int epoch);
    }

    /** Full batches and a short one of an order. */
    private static EpochOrder of(Shuffle shuffle) {
        return (samples, batchSize, key, epoch) -> {
            int[] order = shuffle.order(samples, key, epoch);
            List<int[]> batches = new ArrayList<>();
            for (int from = 0; from < samples; from += batchSize) {
                batches.add(Arrays.copyOfRange(order, from, Math.min(samples, from + batchSize)));
            }
            return batches;
        };
    }

    private static int[] identity(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        return order;
    }

    private static int[] right(int n, Key key, int epoch) {
        int[] order = identity(n);
        Permutation.shuffle(key.child(epoch), order);
        return order;
    }

    /** Whole numbers below n from uniform floats. */
    private static int[] draws(int count, int n, Key key) {
        float[] u = new float[count];
        Samplers.of(key).uniform(0, 1, Slice.all(count), u, 0);
        int[] draws = new int[count];
        for (int i = 0; i < count; i++) {
            draws[i] = (int) (u[i] * n);
        }
        return draws;
    }

    /** Each position changes places with any: the fault that makes 15 of 256 ways lead to one order of four. */
    private static int[] naive(int n, Key key, int epoch) {
        int[] order = identity(n);
        int[] with = draws(n, n, key.child(epoch));
        for (int i = 0; i < n; i++) {
            swap(order, i, with[i]);
        }
        return order;
    }

    private static int[] rotation(int n, Key key, int epoch) {
        int by = draws(1, n, key.child(epoch))[0];
        int[] order = identity(n);
        for (int i = 0; i < n; i++) {
            order[i] = (i + by) % n;
        }
        return order;
    }

    /** Sattolo's algorithm: cycles only, no sample stays in its place. */
    private static int[] cycles(int n, Key key, int epoch) {
        int[] order = identity(n);
        for (int i = n - 1; i >= 1; i--) {
            swap(order, i, draws(1, i, key.child(epoch).child(i))[0]);
        }
        return order;
    }

    private static void swap(int[] order, int i, int j) {
        int swapped = order[i];
        order[i] = order[j];
        order[j] = swapped;
    }

    private static void expect(boolean passes, Verdict verdict) {
        assertThat(verdict.passed()).as(verdict.toString()).isEqualTo(passes);
    }

    private static Verdict orders(EpochOrder order) {
        return ShuffleCheck.orders(order, 20_000, Key.of(9), ALPHA);
    }

    private static Verdict places(EpochOrder order) {
        return places(order, 20_000);
    }

    private static Verdict places(EpochOrder order, int n) {
        return ShuffleCheck.places(order, SAMPLES, n, Key.of(9), ALPHA);
    }

    @Test
    void theEngineShufflesUniformly() {
        expect(true, orders(EpochOrder.engine()));
        expect(true, places(EpochOrder.engine()));
    }

    @Test
    void wrongShufflesFail() {
        expect(true, orders(of(ShuffleCheckTest::right)));
        expect(false, orders(of(ShuffleCheckTest::naive)));
        // Of 64 samples no place is off by more than some 30 %, where 4 are off by 40 %.
        expect(false, places(of(ShuffleCheckTest::naive), 100_000));
        expect(false, orders(of(ShuffleCheckTest::rotation)));
        expect(false, places(of(ShuffleCheckTest::rotation)));
        expect(false, orders(of(ShuffleCheckTest::cycles)));
        expect(false, places(of(ShuffleCheckTest::cycles)));
        expect(false, orders(of((n, key, epoch) -> identity(n))));
        // The same order in every epoch; the same orders with every key.
        expect(false, places(of((n, key, epoch) -> right(n, key, 0))));
        expect(false, places(of((n, key, epoch) -> right(n, Key.of(1), epoch))));
        // With replacement; one sample left out.
        expect(false, orders(of((n, key, epoch) -> draws(n, n, key.child(epoch)))));
        expect(false, places((n, batch, key, epoch) -> List.of(identity(n - 1))));
        expect(false, places((n, batch, key, epoch) -> List.of()));
    }

    /** The counts of the naive shuffle of four over all 256 ways, from which ShuffleCheck's words are. */
    @Test
    void theNaiveShuffleOfFour() {
        Map<String, Integer> ways = new HashMap<>();
        for (int way = 0; way < 256; way++) {
            int[] order = identity(4);
            for (int i = 0; i < 4; i++) {
                swap(order, i, way >> 2 * i & 3);
            }
            ways.merge(Arrays.toString(order), 1, Integer::sum);
        }
        assertThat(ways).hasSize(24);
        assertThat(Collections.min(ways.values())).isEqualTo(8);
        assertThat(Collections.max(ways.values())).isEqualTo(15);
    }

    /** One order gets more than its share, by what is stated to be found with 99.9 %: of 200 samples at most 6 may be missed. */
    @Test
    void whatIsDetectableIsDetected() {
        int n = 5000;
        double factor = ShuffleCheck.detectable(n, 24, 1, ALPHA);
        assertThat(factor).isBetween(1.2, 2.0);
        // A share s of the identity on top of all orders: probability s + (1 - s) / 24 = factor / 24.
        double share = (factor - 1) / 23;
        int misses = 0;
        for (int seed = 0; seed < 200; seed++) {
            EpochOrder wrong = of((samples, key, epoch) -> {
                float[] u = new float[1];
                Samplers.of(key.child(1000 + epoch)).uniform(0, 1, Slice.all(1), u, 0);
                return u[0] < share ? identity(samples) : right(samples, key, epoch);
            });
            misses += ShuffleCheck.orders(wrong, n, Key.of(seed), ALPHA).passed() ? 1 : 0;
        }
        // Mean 0.2: 7 or more have probability 2e-9.
        assertThat(misses).isLessThan(7);
    }

    /** 200 right samples at 5 %: more than 38 failures have probability 1e-10. */
    @Test
    void rightShufflesFailNoOftenerThanStated() {
        int failures = 0;
        for (int seed = 0; seed < 200; seed++) {
            Verdict verdict = ShuffleCheck.orders(of(ShuffleCheckTest::right), 500, Key.of(seed), 0.05);
            failures += verdict.passed() ? 0 : 1;
        }
        assertThat(failures).isLessThanOrEqualTo(38);
    }

    /** By its definition: the count at the gate has probability 0.1 % by Chernoff's bound. */
    @Test
    void theDetectableExcessSolvesItsEquations() {
        int n = 100_000;
        double p = 1.0 / 64;
        double found = ShuffleCheck.detectable(n, 64, 127, ALPHA) * p;
        double gate = CellDivergence.critical(n, 64, ALPHA / 127);
        double share = p;
        while (n * (share * Math.log(share / p) + (1 - share) * Math.log((1 - share) / (1 - p))) < gate) {
            share += 1e-7;
        }
        double miss = n * (share * Math.log(share / found) + (1 - share) * Math.log((1 - share) / (1 - found)));
        assertThat(miss).isCloseTo(Math.log(1000), within(0.01));
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "7, 7", "10, 3", "64, 10", "5, 8", "100, 1"})
    void theEngineShowsEachSampleOnce(int samples, int batchSize) {
        expect(true, EpochCheck.check(EpochOrder.engine(), samples, batchSize, Key.of(2)));
    }

    @Test
    void wrongEpochsFail() {
        EpochOrder right = of(ShuffleCheckTest::right);
        expect(true, EpochCheck.check(right, 10, 3, Key.of(2)));
        // The last batch dropped, or filled up with samples seen before.
        EpochOrder dropped = (samples, batch, key, epoch) ->
                right.batches(samples, batch, key, epoch).subList(0, samples / batch);
        expect(false, EpochCheck.check(dropped, 10, 3, Key.of(2)));
        expect(true, EpochCheck.check(dropped, 9, 3, Key.of(2)));
        EpochOrder filled = (samples, batch, key, epoch) -> {
            List<int[]> batches = new ArrayList<>(right.batches(samples, batch, key, epoch));
            batches.set(3, new int[] {batches.get(3)[0], batches.get(0)[0], batches.get(0)[1]});
            return batches;
        };
        expect(false, EpochCheck.check(filled, 10, 3, Key.of(2)));
        expect(false, EpochCheck.check(of((n, key, epoch) -> draws(n, n, key.child(epoch))), 10, 3, Key.of(2)));
        // One batch of all, and a sample that there is not.
        expect(false, EpochCheck.check((n, batch, key, epoch) -> List.of(identity(n)), 10, 3, Key.of(2)));
        expect(false, EpochCheck.check((n, batch, key, epoch) -> List.of(new int[] {n}), 1, 1, Key.of(2)));
    }

    @Test
    void badArgumentsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EpochCheck.check(EpochOrder.engine(), 0, 1, Key.of(1)))
                .withMessageContaining("samples is 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShuffleCheck.orders(EpochOrder.engine(), 20, Key.of(1), ALPHA))
                .withMessageContaining("20 values are too few");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ShuffleCheck.places(EpochOrder.engine(), 2, 1000, Key.of(1), ALPHA))
                .withMessageContaining("samples is 2");
    }
}
