// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What Keras calls a layer of its own accord: {@code dense}, {@code dense_1}, {@code dense_10}. In this order they follow
 * on each other, by number and not by letter; embeddings come before dense layers.
 *
 * @param kind the class of the layer
 * @param number 0 for the first one, whose name has none
 */
record LayerName(Kind kind, int number) implements Comparable<LayerName> {
    /** The layers that are supported, with the names of their weights in the order in which Keras numbers them. */
    enum Kind {
        EMBEDDING("embedding", "embeddings"),
        DENSE("dense", "kernel", "bias");

        private final String text;
        private final List<String> weights;

        Kind(String text, String... weights) {
            this.text = text;
            this.weights = List.of(weights);
        }

        /** {@code kernel}, {@code bias}. */
        List<String> weights() {
            return weights;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final Pattern PATTERN = Pattern.compile("(dense|embedding)(?:_([1-9]\\d{0,8}))?");

    private static final Comparator<LayerName> ORDER =
            Comparator.comparing(LayerName::kind).thenComparingInt(LayerName::number);

    /** The layer of this name, if it is of a kind that is supported. */
    static Optional<LayerName> parse(String text) {
        Matcher matcher = PATTERN.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Kind kind = matcher.group(1).equals("dense") ? Kind.DENSE : Kind.EMBEDDING;
        return Optional.of(new LayerName(kind, matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2))));
    }

    @Override
    public int compareTo(LayerName other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return number == 0 ? kind.toString() : kind + "_" + number;
    }
}
