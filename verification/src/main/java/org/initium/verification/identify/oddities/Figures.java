// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.oddities;

import java.util.Locale;

/** Numbers in sentences. */
final class Figures {
    private Figures() {}

    /** Four significant digits. */
    static String of(double x) {
        return String.format(Locale.ROOT, "%.4g", x);
    }
}
