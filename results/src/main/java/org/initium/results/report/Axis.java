// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps values to 0 .. 1 along an axis whose ends are round numbers.
 *
 * @param low value at 0
 * @param high value at 1
 * @param step distance of ticks; 0 for a logarithmic axis, whose ticks are powers of ten
 */
record Axis(double low, double high, double step) {
    /** A linear axis that holds {@code low .. high} and has about {@code ticks} ticks at 1, 2 or 5 times a power of ten. */
    static Axis linear(double low, double high, int ticks) {
        double span = high > low ? high - low : Math.max(1e-12, Math.abs(high));
        double power = StrictMath.pow(10, Math.floor(StrictMath.log10(span / ticks)));
        double lead = span / ticks / power;
        double step = power * (lead <= 1 ? 1 : lead <= 2 ? 2 : lead <= 5 ? 5 : 10);
        double top = Math.ceil(high / step - 1e-9) * step;
        double bottom = Math.floor(low / step + 1e-9) * step;
        return new Axis(bottom, top > bottom ? top : bottom + step, step);
    }

    /** A logarithmic axis from the power of ten below {@code low} to the one above {@code high}, both positive. */
    static Axis log(double low, double high) {
        double bottom = StrictMath.pow(10, Math.floor(StrictMath.log10(low) - 1e-9));
        double top = StrictMath.pow(10, Math.ceil(StrictMath.log10(high) - 1e-9));
        return new Axis(bottom, top > bottom ? top : 10 * bottom, 0);
    }

    /** Whether equal distances are equal ratios. */
    boolean logarithmic() {
        return step == 0;
    }

    /** Where a value lies, cut to 0 .. 1. */
    double position(double value) {
        double p =
                logarithmic() ? StrictMath.log(value / low) / StrictMath.log(high / low) : (value - low) / (high - low);
        return Math.min(1, Math.max(0, p));
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        if (logarithmic()) {
            for (double tick = low; tick < high * 1.5; tick *= 10) {
                ticks.add(tick);
            }
        } else {
            long count = Math.round((high - low) / step);
            for (long i = 0; i <= count; i++) {
                ticks.add(low + i * step);
            }
        }
        return ticks;
    }
}
