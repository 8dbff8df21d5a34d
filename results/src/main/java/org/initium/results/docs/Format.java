// SPDX-License-Identifier: Apache-2.0
package org.initium.results.docs;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.initium.results.JmhBenchmark;
import org.initium.results.Speedup;

/** Numbers for readers, the same on every machine: three digits that count. */
final class Format {
    /** Stands where there is nothing to say. */
    static final String NONE = "–";

    private static final MathContext DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private Format() {}

    /** {@code 0.0123}, {@code 1.23}, {@code 123}, {@code 12,300}; a dash for what is no number. */
    static String number(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        int exponent = rounded.precision() - rounded.scale() - 1; // of the first digit
        int decimals = rounded.signum() == 0 ? 0 : Math.max(0, DIGITS.getPrecision() - 1 - exponent);
        return String.format(Locale.ROOT, "%,." + decimals + "f", rounded);
    }

    /** The least and the greatest value of some rows; one number if they look the same. */
    static String range(List<JmhBenchmark> rows, ToDoubleFunction<JmhBenchmark> value) {
        String low = number(rows.stream().mapToDouble(value).min().orElse(Double.NaN));
        String high = number(rows.stream().mapToDouble(value).max().orElse(Double.NaN));
        return low.equals(high) ? low : low + " … " + high;
    }

    /** A ratio with its 95 % interval. */
    static String speedup(Speedup speedup) {
        String interval =
                Double.isNaN(speedup.low()) ? "" : " (" + number(speedup.low()) + " … " + number(speedup.high()) + ")";
        return number(speedup.ratio()) + interval;
    }

    /** Slowest over fastest, to two decimals. */
    static String spread(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : NONE;
    }

    /** A line of a Markdown table. */
    static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
