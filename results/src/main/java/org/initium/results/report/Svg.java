// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** A drawing with a title and a description for those who do not see it; colours come from the page's style sheet. */
final class Svg {
    private final Markup markup = new Markup();

    Svg(double width, double height, String title, String description) {
        markup.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + number(width) + " " + number(height),
                "role",
                "img",
                "aria-label",
                title);
        markup.element("title", title).element("desc", description).line();
    }

    Svg rect(String style, double x, double y, double width, double height) {
        markup.open(
                "rect",
                "class",
                style,
                "x",
                number(x),
                "y",
                number(y),
                "width",
                number(width),
                "height",
                number(height));
        markup.close();
        return this;
    }

    /** A closed figure, {@code y} from left to right and back along {@code other}. */
    Svg area(String style, double[] x, double[] y, double[] other) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(number(x[i])).append(',').append(number(y[i])).append(' ');
        }
        for (int i = x.length - 1; i >= 0; i--) {
            points.append(number(x[i])).append(',').append(number(other[i])).append(i == 0 ? "" : " ");
        }
        markup.open("polygon", "class", style, "points", points).close();
        return this;
    }

    Svg line(String style, double x1, double y1, double x2, double y2) {
        markup.open("line", "class", style, "x1", number(x1), "y1", number(y1), "x2", number(x2), "y2", number(y2));
        markup.close();
        return this;
    }

    Svg circle(String style, double x, double y, double radius) {
        markup.open("circle", "class", style, "cx", number(x), "cy", number(y), "r", number(radius));
        markup.close();
        return this;
    }

    Svg polyline(String style, double[] x, double[] y) {
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < x.length; i++) {
            points.append(i == 0 ? "" : " ").append(number(x[i])).append(',').append(number(y[i]));
        }
        markup.open("polyline", "class", style, "points", points).close();
        return this;
    }

    /** Text whose {@code anchor} (start, middle, end) is at x, with its base line at y. */
    Svg text(String style, double x, double y, String anchor, String content) {
        markup.element("text", content, "class", style, "x", number(x), "y", number(y), "text-anchor", anchor);
        return this;
    }

    /** Text that reads upwards from (x, y). */
    Svg upwards(String style, double x, double y, String content) {
        String turn = "rotate(-90 " + number(x) + " " + number(y) + ")";
        markup.element("text", content, "class", style, "x", number(x), "y", number(y), "transform", turn);
        return this;
    }

    /** Begins a group of shapes with a title of its own, which browsers show beside the pointer. */
    Svg group(String title) {
        markup.open("g").element("title", title);
        return this;
    }

    /** Ends the group. */
    Svg end() {
        markup.close();
        return this;
    }

    /** The finished drawing. */
    Markup done() {
        markup.close().line();
        return markup;
    }

    /** Hundredths of a pixel are finer than any screen. */
    private static String number(double value) {
        return new BigDecimal(value)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
