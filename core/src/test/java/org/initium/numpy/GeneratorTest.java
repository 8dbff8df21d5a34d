// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.initium.Allocation;
import org.initium.Slice;
import org.initium.numpy.Bookmarks.Bookmark;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GeneratorTest {
    private static final int SEED = 42;

    /** Long enough for rounds of pieces, bookmarks between and a rest. */
    private static final int N = 700_001;

    /** One law with parameters. */
    private interface Draw {
        void apply(Generator generator, Slice slice, float[] out, int offset);
    }

    private record Case(String name, Draw draw) {
        float[] whole() {
            float[] whole = new float[N];
            draw.apply(Generator.of(SEED, 0), Slice.all(N), whole, 0);
            return whole;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> laws() {
        return Stream.of(
                new Case("uniform", (g, slice, out, at) -> g.uniform(-0.05, 0.05, slice, out, at)),
                new Case("normal", (g, slice, out, at) -> g.normal(0.5, 2, slice, out, at)),
                new Case("normalWithin", (g, slice, out, at) -> g.normalWithin(0.5, 2, -3.5, 4.5, slice, out, at)));
    }

    private static void assertPart(Case law, Generator generator, int first, int count, float[] whole) {
        float[] out = new float[count + 5];
        Arrays.fill(out, Float.NaN);
        law.draw().apply(generator, new Slice(N, first, count), out, 3);
        assertThat(Arrays.copyOfRange(out, 3, 3 + count))
                .as("%d from %d", count, first)
                .isEqualTo(Arrays.copyOfRange(whole, first, first + count));
        assertThat(out).startsWith(Float.NaN, Float.NaN, Float.NaN).endsWith(Float.NaN, Float.NaN);
    }

    /** By a new generator, which has to read from the beginning, and by one that has been elsewhere before. */
    @ParameterizedTest
    @MethodSource("laws")
    void sliceEqualsThePartOfTheWhole(Case law) {
        float[] whole = law.whole();
        Generator used = Generator.of(SEED, 0);
        int[][] parts = {
            {N - 1, 1},
            {0, 1},
            {63, 2},
            {5, 4096},
            {65_535, 8200},
            {65_536, 40_000},
            {300_000, 0},
            {500_000, 70_000},
            {499_999, 1},
            {7, N - 7},
            {600_001, 100_000},
            {0, N}
        };
        for (int[] part : parts) {
            assertPart(law, used, part[0], part[1], whole);
            assertPart(law, Generator.of(SEED, 0), part[0], part[1], whole);
        }
    }

    @ParameterizedTest
    @MethodSource("laws")
    void slicesInOrderMakeTheWhole(Case law) {
        float[] whole = law.whole();
        for (int size : new int[] {997, 40_000, 262_144}) {
            Generator generator = Generator.of(SEED, 0);
            float[] parts = new float[N];
            for (int at = 0; at < N; at += size) {
                law.draw().apply(generator, new Slice(N, at, Math.min(size, N - at)), parts, at);
            }
            assertThat(parts).isEqualTo(whole);
        }
    }

    @Test
    void sharedByThreads() throws Exception {
        Case law = laws().skip(2).findFirst().orElseThrow();
        float[] whole = law.whole();
        Generator generator = Generator.of(SEED, 0);
        float[] out = new float[N];
        List<Callable<Void>> tasks = new ArrayList<>();
        int size = 10_007;
        for (int at = 0; at < N; at += size) {
            Slice slice = new Slice(N, at, Math.min(size, N - at));
            tasks.add(() -> {
                law.draw().apply(generator, slice, out, (int) slice.first());
                return null;
            });
        }
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Void> task : threads.invokeAll(tasks)) {
                task.get();
            }
        }
        assertThat(out).isEqualTo(whole);
    }

    /** What a law's slices remember must not be taken for another law's. */
    @Test
    void lawsMayAlternate() {
        float[] expected = new float[1000];
        float[] actual = new float[1000];
        Slice slice = new Slice(N, 100_000, 1000);
        Generator shared = Generator.of(SEED, 0);
        double[][] params = {{0, 1, -2, 2}, {0, 1, -1.5, 2}, {1, 1, -1, 3}, {0, 1, -2, 2}};
        for (double[] p : params) {
            shared.normalWithin(p[0], p[1], p[2], p[3], slice, actual, 0);
            Generator.of(SEED, 0).normalWithin(p[0], p[1], p[2], p[3], slice, expected, 0);
            assertThat(actual).isEqualTo(expected);
            shared.normal(p[0], p[1], slice, actual, 0);
            Generator.of(SEED, 0).normal(p[0], p[1], slice, expected, 0);
            assertThat(actual).isEqualTo(expected);
        }
    }

    /** After one pass, any slice begins near: within a round of pieces of a bookmark. */
    @Test
    void remembersWhereItHasBeen() {
        Bookmarks bookmarks = new Bookmarks();
        NormalLaw law = new NormalLaw(0, 1, -2, 2);
        Normals normals = new Normals(Pcg64.of(SEED, 0), law, bookmarks);
        normals.fill(0, N, new float[N], 0);
        int round = NormalPieces.MOST * NormalPieces.WORDS;
        for (int value = 0; value <= N; value += 1009) {
            Bookmark bookmark = bookmarks.before(value);
            assertThat(value - bookmark.value()).isBetween(0L, (long) round);
        }
        assertThat(bookmarks.before(N).value()).isEqualTo(N);
    }

    /** Where nothing is wanted, nothing is read to find out where it would be. */
    @Test
    void emptySliceReadsNothing() {
        Bookmarks bookmarks = new Bookmarks();
        new Normals(Pcg64.of(SEED, 0), new NormalLaw(0, 1, -2, 2), bookmarks).fill(N, 0, new float[0], 0);
        assertThat(bookmarks.before(Long.MAX_VALUE)).isEqualTo(new Bookmark(0, 0));
    }

    @Test
    void badArgumentsAreRefusedBeforeAnythingIsWritten() {
        Generator generator = Generator.of(SEED, 0);
        float[] out = new float[10];
        Slice slice = Slice.all(10);
        for (Case law : laws().toList()) {
            assertThatExceptionOfType(IndexOutOfBoundsException.class)
                    .isThrownBy(() -> law.draw().apply(generator, slice, out, 1));
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.normalWithin(0, 1, -2, 0.5, slice, out, 0))
                .withMessageContaining("from -2.0 to 0.5 is too narrow");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> generator.normalWithin(0, Double.NaN, -2, 2, slice, out, 0));
        assertThat(out).containsOnly(0);
    }

    /** A call may allocate a few small objects, but nothing for its elements: a byte for each would be 4,000. */
    @Tag(Allocation.TAG)
    @ParameterizedTest
    @MethodSource("laws")
    void allocatesNothingForElements(Case law) {
        Generator generator = Generator.of(SEED, 0);
        float[] out = new float[4000];
        Slice slice = Slice.all(out.length);
        assertThat(Allocation.perCall(() -> law.draw().apply(generator, slice, out, 0), 399))
                .isLessThan(400);
    }
}
