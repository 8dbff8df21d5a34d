// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.Locale;
import org.initium.results.QuantileData;

/**
 * A sample's quantiles over those of its law: the points of a right one are on the diagonal, within the band. Below, on the same axis, how far
 * off the diagonal they are as a share of the band, for in the middle it is thinner than the line.
 */
final class QuantilePlot {
    private static final double WIDTH = 280;
    private static final double LEFT = 54;
    private static final double RIGHT = 8;
    private static final double TOP = 6;
    /** Floor of the plot. */
    private static final double FLOOR = 138;
    /** Where the strip begins and ends, which shows twice the band to either side. */
    private static final double STRIP = 150;

    private static final double STRIP_FLOOR = 196;
    private static final double HEIGHT = 218;
    private static final double STRIP_REACH = 2;

    private QuantilePlot() {}

    static Markup of(QuantileData data) {
        double[] expected = data.expected();
        double[] measured = data.measured();
        double[] lower = data.lower();
        double[] upper = data.upper();
        int points = expected.length;
        Axis across = axis(expected[0], expected[points - 1]);
        Axis up = axis(Math.min(expected[0], lower[0]), Math.max(expected[points - 1], upper[points - 1]));
        Svg svg = new Svg(
                WIDTH,
                HEIGHT,
                "Q-Q plot of " + data.initializer(),
                String.format(
                        Locale.ROOT,
                        "%d quantiles of %d values against %s; %d outside the %s band",
                        points,
                        data.values(),
                        data.law(),
                        data.outside(),
                        Figures.percent(data.confidence(), 1)));
        double[] x = new double[points];
        double[] low = new double[points];
        double[] high = new double[points];
        for (int i = 0; i < points; i++) {
            x[i] = x(across, expected[i]);
            low[i] = y(up, lower[i]);
            high[i] = y(up, upper[i]);
        }
        svg.line("axis", LEFT, TOP, LEFT, FLOOR).line("axis", LEFT, FLOOR, WIDTH - RIGHT, FLOOR);
        svg.area("tolerance", x, low, high);
        svg.line("law", LEFT, y(up, across.low()), WIDTH - RIGHT, y(up, across.high()));
        double middle = (STRIP + STRIP_FLOOR) / 2;
        double reach = (STRIP_FLOOR - STRIP) / 2;
        svg.rect("tolerance", LEFT, middle - reach / STRIP_REACH, WIDTH - RIGHT - LEFT, 2 * reach / STRIP_REACH);
        svg.line("law", LEFT, middle, WIDTH - RIGHT, middle);
        svg.text("tick", LEFT - 5, middle - reach / STRIP_REACH + 4, "end", "+1");
        svg.text("tick", LEFT - 5, middle + reach / STRIP_REACH + 4, "end", "−1");
        for (int i = 0; i < points; i++) {
            if (!Double.isNaN(measured[i])) {
                String style = measured[i] >= lower[i] && measured[i] <= upper[i] ? "quantile" : "quantile out";
                svg.circle(style, x[i], y(up, measured[i]), 1.7);
                svg.circle(style, x[i], middle - reach * share(measured[i], expected[i], lower[i], upper[i]), 1.7);
            }
        }
        ends(svg, across, up);
        return svg.done();
    }

    /** Distance from the law as a share of the strip, -1 to 1; the band has its own width above and below. */
    private static double share(double measured, double expected, double lower, double upper) {
        double off = measured - expected;
        double width = off >= 0 ? upper - expected : expected - lower;
        double share = off == 0 ? 0 : width > 0 ? off / width : Math.signum(off) * STRIP_REACH;
        return Math.max(-1, Math.min(1, share / STRIP_REACH));
    }

    private static void ends(Svg svg, Axis across, Axis up) {
        svg.text("tick", LEFT - 5, TOP + 9, "end", Figures.tick(up.high()));
        svg.text("tick", LEFT - 5, FLOOR, "end", Figures.tick(up.low()));
        svg.text("tick", LEFT, HEIGHT - 6, "start", Figures.tick(across.low()));
        svg.text("tick", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "law's quantiles");
        svg.text("tick", WIDTH - RIGHT, HEIGHT - 6, "end", Figures.tick(across.high()));
    }

    /** From one value to another, of which only the ends get ticks. */
    private static Axis axis(double first, double last) {
        double end = last > first ? last : first + 1;
        return new Axis(first, end, end - first);
    }

    private static double x(Axis axis, double value) {
        return LEFT + axis.position(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Axis axis, double value) {
        return FLOOR - axis.position(value) * (FLOOR - TOP);
    }
}
