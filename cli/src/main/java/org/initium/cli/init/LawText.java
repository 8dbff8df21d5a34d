// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.util.Locale;
import org.initium.init.Law;

/** Laws in words. */
final class LawText {
    private LawText() {}

    /** What elements of this law are like. */
    static String of(Law law) {
        if (law instanceof Law.Uniform u) {
            return "uniform on [" + number(u.lower()) + ", " + number(u.upper()) + ")";
        } else if (law instanceof Law.Normal n) {
            return "normal, mean " + number(n.mean()) + ", standard deviation " + number(n.stddev());
        } else if (law instanceof Law.TruncatedNormal t) {
            return "truncated normal on (" + number(t.lower()) + ", " + number(t.upper()) + "), standard deviation "
                    + number(t.stddev()) + " (" + number(t.scale()) + " before truncation)";
        } else if (law instanceof Law.Constant c) {
            return "constant " + number(c.value());
        }
        return ((Law.Structured) law).structure();
    }

    /** Six significant digits, without superfluous zeros. */
    static String number(double value) {
        if (!Double.isFinite(value) || value == Math.rint(value) && Math.abs(value) < 1e6) {
            return value == Math.rint(value) && Double.isFinite(value) ? Long.toString((long) value) : words(value);
        }
        String text = String.format(Locale.ROOT, "%.6g", value);
        int exponent = text.indexOf('e');
        String digits = exponent < 0 ? text : text.substring(0, exponent);
        return digits.replaceAll("\\.?0+$", "") + (exponent < 0 ? "" : text.substring(exponent));
    }

    private static String words(double value) {
        return Double.isNaN(value) ? "NaN" : value > 0 ? "infinity" : "-infinity";
    }
}
