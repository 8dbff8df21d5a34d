// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.initium.nn.Activation;
import org.initium.nn.Loss;
import org.initium.nn.SgdConfig;
import tools.jackson.databind.JsonNode;

/** A JSON object of a manifest; every complaint names the file, the place and what was expected there. */
final class TraceFields {
    private static final String ARCHITECTURES = "[\"mlp\", \"ACTIVATION\", [INPUT, HIDDEN..., OUTPUT]] or [\"emb\"]";

    /** The losses as a manifest spells them: with what Keras was told besides the name. */
    private static final Map<String, Loss> LOSSES = Map.of(
            "sparse_categorical_crossentropy(from_logits)", Loss.SPARSE_CATEGORICAL_CROSSENTROPY,
            "categorical_crossentropy(from_logits, one-hot)", Loss.CATEGORICAL_CROSSENTROPY,
            "binary_crossentropy(from_logits, one-hot)", Loss.BINARY_CROSSENTROPY,
            "mean_squared_error(one-hot)", Loss.MEAN_SQUARED_ERROR);

    private final String place;
    private final JsonNode node;

    /**
     * @param place what messages call the object
     * @throws IOException if the node is no object
     */
    TraceFields(String place, JsonNode node) throws IOException {
        this.place = place;
        this.node = node;
        if (!node.isObject()) {
            throw error("found " + (node.isMissingNode() ? "nothing" : node) + ", expected an object");
        }
    }

    IOException error(String text) {
        return new IOException(place + ": " + text);
    }

    Collection<String> names() {
        return node.propertyNames();
    }

    /** Refuses every key but these. */
    void allow(String... keys) throws IOException {
        for (String name : names()) {
            if (!List.of(keys).contains(name)) {
                throw error("key '" + name + "' is unknown, expected " + String.join(", ", keys));
            }
        }
    }

    /** Whether there is a value, other than null. */
    boolean has(String key) {
        return node.hasNonNull(key);
    }

    TraceFields object(String key) throws IOException {
        return new TraceFields(place + ": " + key, value(key));
    }

    String string(String key) throws IOException {
        JsonNode value = value(key);
        if (!value.isString()) {
            throw error(key + " is " + value + ", expected a string");
        }
        return value.stringValue();
    }

    int positive(String key) throws IOException {
        return positive(key, value(key));
    }

    /** The training that this object describes. */
    TraceCase traceCase(String name) throws IOException {
        allow("architecture", "loss", "sgd");
        JsonNode architecture = value("architecture");
        boolean embedding = architecture.isArray()
                && architecture.size() == 1
                && architecture.get(0).asString("").equals("emb");
        String spelling = string("loss");
        Loss loss = LOSSES.get(spelling);
        if (loss == null) {
            throw error(
                    "loss is '" + spelling + "', expected one of " + String.join(", ", new TreeSet<>(LOSSES.keySet())));
        }
        if (embedding && loss != Loss.SPARSE_CATEGORICAL_CROSSENTROPY) {
            throw error("loss is '" + spelling + "', expected that of an embedding: "
                    + "sparse_categorical_crossentropy(from_logits)");
        }
        SgdConfig sgd = object("sgd").sgd();
        return embedding
                ? new TraceCase(name, null, null, loss, sgd)
                : new TraceCase(name, activation(architecture), sizes(architecture), loss, sgd);
    }

    private Activation activation(JsonNode architecture) throws IOException {
        if (!architecture.isArray()
                || architecture.size() != 3
                || !architecture.get(0).asString("").equals("mlp")
                || !architecture.get(1).isString()
                || !architecture.get(2).isArray()) {
            throw error("architecture is " + architecture + ", expected " + ARCHITECTURES);
        }
        try {
            return Activation.of(architecture.get(1).stringValue());
        } catch (IllegalArgumentException e) {
            throw error("architecture: " + e.getMessage());
        }
    }

    private int[] sizes(JsonNode architecture) throws IOException {
        JsonNode list = architecture.get(2);
        if (list.size() < 2) {
            throw error("architecture is " + architecture + ", expected two sizes or more");
        }
        int[] sizes = new int[list.size()];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = positive("architecture, size " + (i + 1), list.get(i));
        }
        return sizes;
    }

    /** The arguments of {@code keras.optimizers.SGD}; one that is null counts as not given. */
    private SgdConfig sgd() throws IOException {
        allow("learning_rate", "momentum", "nesterov", "weight_decay", "clipnorm", "clipvalue", "global_clipnorm");
        JsonNode nesterov = has("nesterov") ? value("nesterov") : null;
        if (nesterov != null && !nesterov.isBoolean()) {
            throw error("nesterov is " + nesterov + ", expected true or false");
        }
        number("learning_rate", value("learning_rate"));
        try {
            return SgdConfig.of(optional("learning_rate"))
                    .withMomentum(optional("momentum"))
                    .withNesterov(nesterov != null && nesterov.booleanValue())
                    .withWeightDecay(optional("weight_decay"))
                    .withClipnorm(optional("clipnorm"))
                    .withClipvalue(optional("clipvalue"))
                    .withGlobalClipnorm(optional("global_clipnorm"));
        } catch (IllegalArgumentException e) {
            throw error(e.getMessage());
        }
    }

    private double optional(String key) throws IOException {
        return has(key) ? number(key, value(key)) : 0;
    }

    private double number(String key, JsonNode value) throws IOException {
        if (!value.isNumber()) {
            throw error(key + " is " + value + ", expected a number");
        }
        return value.doubleValue();
    }

    private int positive(String key, JsonNode value) throws IOException {
        if (!value.isInt() || value.intValue() < 1) {
            throw error(key + " is " + value + ", expected a whole number from 1 to " + Integer.MAX_VALUE);
        }
        return value.intValue();
    }

    private JsonNode value(String key) throws IOException {
        JsonNode value = node.get(key);
        if (value == null) {
            throw error("found no key '" + key + "'");
        }
        return value;
    }
}
