// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Builds HTML that is XML as well; all text and all attribute values are escaped. */
final class Markup {
    private static final Set<String> VOID = Set.of("meta", "br", "hr");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /** Opens an element; {@code attributes} are names and values in turn. */
    Markup open(String tag, Object... attributes) {
        assert attributes.length % 2 == 0;
        text.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            text.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1].toString());
            text.append('"');
        }
        if (VOID.contains(tag)) {
            text.append("/>");
        } else {
            text.append('>');
            open.push(tag);
        }
        return this;
    }

    /** Adds text. */
    Markup text(String content) {
        escape(content);
        return this;
    }

    /** Closes the innermost open element. */
    Markup close() {
        text.append("</").append(open.pop()).append('>');
        return this;
    }

    /** An element around text. */
    Markup element(String tag, String content, Object... attributes) {
        return open(tag, attributes).text(content).close();
    }

    /** Adds finished markup. */
    Markup add(Markup other) {
        assert other.open.isEmpty() : other.open;
        text.append(other.text);
        return this;
    }

    /** Starts a new line of the source. */
    Markup line() {
        text.append('\n');
        return this;
    }

    /** Style sheet text, which HTML takes as it is: it may hold no character that XML would want escaped. */
    Markup style(String css) {
        assert css.indexOf('<') < 0 && css.indexOf('&') < 0;
        text.append("<style>").append(css).append("</style>");
        return this;
    }

    private void escape(String content) {
        content.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> text.appendCodePoint(allowed(c) ? c : 0xFFFD);
            }
        });
    }

    /** XML 1.0, section 2.2: no control characters but tab and line ends, no lone surrogates, no U+FFFE and U+FFFF. */
    private static boolean allowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || c >= 0x20 && c < 0xD800
                || c >= 0xE000 && c < 0xFFFE
                || c > 0xFFFF;
    }

    @Override
    public String toString() {
        assert open.isEmpty() : open;
        return text.toString();
    }
}
