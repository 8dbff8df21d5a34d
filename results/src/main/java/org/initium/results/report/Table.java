// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.Set;

/** HTML tables that scroll sideways where the page is narrow. */
final class Table {
    /** The class of cells that are neither figures nor marks. */
    private static final String TEXT = "txt";

    private final Markup markup = new Markup();
    private final Set<Integer> figures;

    /** A table whose columns {@code figures} hold numbers and align right. */
    Table(String caption, List<String> header, Set<Integer> figures) {
        this.figures = figures;
        // A region that scrolls has to be reachable by keyboard.
        markup.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", caption);
        markup.open("table").element("caption", caption).open("thead").open("tr");
        for (int c = 0; c < header.size(); c++) {
            markup.element("th", header.get(c), "scope", "col", "class", style(c));
        }
        markup.close().close().open("tbody");
    }

    /** Adds a row of text. */
    Table row(List<String> cells) {
        start();
        for (int c = 0; c < cells.size(); c++) {
            cell(cells.get(c), style(c));
        }
        return end();
    }

    /** Begins a row that the caller fills through {@link #cell}. */
    Table start() {
        markup.open("tr");
        return this;
    }

    /** Adds a cell to the row begun; plain text goes without its class, of which a page would have tens of thousands. */
    Table cell(String content, String style) {
        if (style.equals(TEXT)) {
            markup.element("td", content);
        } else {
            markup.element("td", content, "class", style);
        }
        return this;
    }

    /** Ends the row begun. */
    Table end() {
        markup.close().line();
        return this;
    }

    /** The finished table. */
    Markup done() {
        return markup.close().close().close().line();
    }

    private String style(int column) {
        return figures.contains(column) ? "num" : TEXT;
    }
}
