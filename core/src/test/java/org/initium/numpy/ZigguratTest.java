// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZigguratTest {
    private static final NormalLaw STANDARD = new NormalLaw(0, 1, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    private static final Pcg64 GENERATOR = Pcg64.of(42, 0);

    private final float[] one = new float[1];
    private Ziggurat reader;

    @BeforeEach
    void begin() {
        reader = new Ziggurat().begin(GENERATOR, 0);
    }

    /** How an attempt went, seen from outside: by its first word and the words it took. */
    private enum Path {
        INSIDE,
        WEDGE,
        WEDGE_REJECTED,
        TAIL
    }

    private Path attempt() {
        long[] word = new long[1];
        long start = reader.position();
        GENERATOR.fill(start, 1, word);
        int made = reader.read(STANDARD, start + 1, 1, one, 0);
        long taken = reader.position() - start;
        int layer = (int) word[0] & 0xFF;
        if ((word[0] >>> 9 & (1L << 52) - 1) < ZigguratTables.limits()[layer]) {
            assertThat(made).isEqualTo(1);
            assertThat(taken).isEqualTo(1);
            return Path.INSIDE;
        }
        if (layer == 0) {
            assertThat(made).isEqualTo(1);
            assertThat(taken).isGreaterThanOrEqualTo(3).isOdd();
            assertThat(Math.abs(one[0])).isGreaterThan((float) ZigguratTables.TAIL);
            return Path.TAIL;
        }
        assertThat(taken).isEqualTo(2);
        return made == 1 ? Path.WEDGE : Path.WEDGE_REJECTED;
    }

    /**
     * Values that come from beside the rectangles: float bits of {@code default_rng([42, 0]).standard_normal(30000)} in
     * numpy 2.4.6, of both signs.
     */
    @ParameterizedTest
    @CsvSource({
        "TAIL, 5627, c08c73a0", "TAIL, 8091, 4080d38d", "TAIL, 11589, 4084d6f8", "TAIL, 13755, c078d1c9",
        "TAIL, 19173, c06cce4d", "TAIL, 27130, 406bae3c", "WEDGE, 154, bd5c4b18", "WEDGE, 194, bf8db3ac",
        "WEDGE, 240, bf6079f3", "WEDGE, 272, bdc73e32", "WEDGE, 321, be433a08", "WEDGE, 337, 3e9fbfb5",
        "WEDGE, 418, bd8d9831", "WEDGE, 1301, c00566d8",
    })
    void rarePathsEqualNumPy(Path path, int index, String bits) {
        float[] values = new float[index];
        assertThat(reader.read(STANDARD, Long.MAX_VALUE, index, values, 0)).isEqualTo(index);
        Path last = attempt();
        while (last == Path.WEDGE_REJECTED) {
            last = attempt();
        }
        assertThat(last).isEqualTo(path);
        assertThat(Float.floatToRawIntBits(one[0])).isEqualTo(Integer.parseUnsignedInt(bits, 16));
    }

    /**
     * How often each path is taken in 40,000 attempts. The layers cover {@code 256 * 0.00492867} and half the curve
     * {@code sqrt(pi / 2)} of it, so 0.668 % of the attempts fail; by the tables 1.466 % lie beside the rectangles, which
     * leaves 0.798 % for wedges that do not fail, and 0.0256 % in the tail. The bounds are five standard deviations of a
     * Poisson law away; as the seed is fixed, the test cannot fail by chance.
     */
    @Test
    void everyPathIsTaken() {
        int[] counts = new int[Path.values().length];
        for (int i = 0; i < 40_000; i++) {
            counts[attempt().ordinal()]++;
        }
        assertThat(counts[Path.TAIL.ordinal()]).isBetween(1, 26);
        assertThat(counts[Path.WEDGE.ordinal()]).isBetween(230, 409);
        assertThat(counts[Path.WEDGE_REJECTED.ordinal()]).isBetween(185, 349);
    }

    /** However the reading is cut, and wherever in a batch of words a rare path falls, the values are the same. */
    @ParameterizedTest
    @CsvSource({"1", "2", "7", "63", "2047", "2048", "2049"})
    void cutsDoNotMatter(int size) {
        int n = 40_000;
        float[] whole = new float[n];
        reader.read(STANDARD, Long.MAX_VALUE, n, whole, 0);
        final long end = reader.position();
        float[] parts = new float[n];
        reader.begin(GENERATOR, 0);
        for (int at = 0; at < n; at += size) {
            if (at % 3 == 0) {
                reader = new Ziggurat().begin(GENERATOR, reader.position());
            }
            int count = Math.min(size, n - at);
            assertThat(reader.read(STANDARD, Long.MAX_VALUE, count, parts, at)).isEqualTo(count);
        }
        assertThat(parts).isEqualTo(whole);
        assertThat(reader.position()).isEqualTo(end);
    }

    /** Attempts that begin before the end are finished, none begins at it. */
    @Test
    void stopsAtTheEnd() {
        float[] values = new float[10_000];
        int made = reader.read(STANDARD, 5000, values.length, values, 0);
        assertThat(reader.position()).isBetween(5000L, 5004L);
        assertThat(reader.read(STANDARD, 5000, 10, values, made)).isZero();
        begin();
        float[] whole = new float[made];
        reader.read(STANDARD, Long.MAX_VALUE, made, whole, 0);
        assertThat(values).startsWith(whole);
        assertThat(values[made]).isZero();
    }

    @Test
    void intervalLeavesValuesOut() {
        float[] all = new float[20_000];
        reader.read(STANDARD, Long.MAX_VALUE, all.length, all, 0);
        List<Float> inside = new ArrayList<>();
        for (float x : all) {
            if (x >= -1 && x <= 2) {
                inside.add(x);
            }
        }
        begin();
        float[] kept = new float[inside.size()];
        reader.read(new NormalLaw(0, 1, -1, 2), Long.MAX_VALUE, kept.length, kept, 0);
        assertThat(kept).containsExactly(inside.toArray(Float[]::new));
    }
}
