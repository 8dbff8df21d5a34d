// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Locale;
import org.initium.results.Comparison;

/** The interval of each ratio on a logarithmic axis, over a band that marks the practical limit. */
final class RatioChart {
    private static final double WIDTH = 640;
    private static final double SIDE = 10;
    private static final double ROW = 36;
    private static final double TOP = 8;
    private static final double BOTTOM = 42;
    private static final double[] TICKS = {
        0.1, 0.2, 0.33, 0.5, 0.67, 0.8, 0.9, 0.95, 1, 1.05, 1.11, 1.25, 1.5, 2, 3, 5, 10
    };
    /** Share of the axis that two tick labels must keep between them. */
    private static final double TICK_GAP = 0.06;

    private RatioChart() {}

    /** Draws the rows, all of which have an interval. */
    static Markup of(double limit, List<Comparison.Row> rows) {
        double far = 2 * StrictMath.log(1 + limit);
        for (Comparison.Row row : rows) {
            far = Math.max(far, 1.1 * Math.max(StrictMath.log(row.high()), -StrictMath.log(row.low())));
        }
        double reach = Math.min(far, StrictMath.log(10));
        double height = TOP + ROW * rows.size() + BOTTOM;
        double floor = height - BOTTOM;
        Svg svg = new Svg(
                WIDTH,
                height,
                "New over base, with 95 % intervals",
                rows.size() + " benchmarks; the band marks a change of " + Figures.percent(limit, 0));
        double band = x(reach, 1 / (1 + limit));
        svg.rect("band", band, TOP, x(reach, 1 + limit) - band, floor - TOP);
        double last = -1;
        for (double tick : TICKS) {
            double position = x(reach, tick);
            boolean inside = Math.abs(StrictMath.log(tick)) <= reach;
            if (inside && position - last > TICK_GAP * WIDTH) {
                svg.line(tick == 1 ? "axis" : "grid", position, TOP, position, floor);
                svg.text("tick", position, floor + 15, "middle", Figures.tick(tick));
                last = position;
            }
        }
        svg.text("label", WIDTH / 2, height - 8, "middle", "new / base");
        double y = TOP;
        for (Comparison.Row row : rows) {
            svg.text("label", SIDE, y + 13, "start", row.key().replaceFirst("Benchmark\\.", "."));
            String style = row.verdict().toString().toLowerCase(Locale.ROOT);
            svg.line("interval " + style, x(reach, row.low()), y + 22, x(reach, row.high()), y + 22);
            svg.circle("point " + style, x(reach, row.ratio()), y + 22, 4.5);
            y += ROW;
        }
        return svg.done();
    }

    private static double x(double reach, double ratio) {
        double share = 0.5 + 0.5 * StrictMath.log(ratio) / reach;
        return SIDE + Math.min(1, Math.max(0, share)) * (WIDTH - 2 * SIDE);
    }
}
