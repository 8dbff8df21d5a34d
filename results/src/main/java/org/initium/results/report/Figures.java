// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/** Numbers for readers. */
final class Figures {
    private Figures() {}

    /** Four significant digits, plain from a thousandth to below ten million: {@code 12.34}, {@code 1.2e-07}. */
    static String of(double value) {
        return round(value, 4);
    }

    /** Three significant digits, trailing zeros dropped: for the ticks of an axis. */
    static String tick(double value) {
        String text = round(value, 3);
        return text.contains(".") && !text.contains("e") ? text.replaceAll("\\.?0+$", "") : text;
    }

    /** A share as a percentage with {@code decimals} digits. */
    static String percent(double share, int decimals) {
        return Double.isFinite(share) ? String.format(Locale.ROOT, "%." + decimals + "f %%", 100 * share) : "–";
    }

    /** A count with a comma between thousands. */
    static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String round(double value, int digits) {
        if (!Double.isFinite(value)) {
            return Double.isNaN(value) ? "–" : value > 0 ? "∞" : "−∞";
        } else if (value == 0) {
            return "0";
        }
        double size = Math.abs(value);
        if (size < 1e-3 || size >= 1e7) {
            String text = String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
            return text.replaceAll("\\.?0*e", "e");
        }
        BigDecimal rounded = new BigDecimal(value).round(new MathContext(digits));
        return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
    }
}
