// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.initium.nn.Schedule;

/** The grammar of {@code --schedule}: a kind, and after a colon its parameters as {@code name=value}. */
final class ScheduleOption {
    private final String text;
    private final String kind;
    private final Map<String, String> parameters = new LinkedHashMap<>();

    private ScheduleOption(String text) {
        this.text = text;
        int colon = text.indexOf(':');
        this.kind = colon < 0 ? text : text.substring(0, colon);
        if (colon < 0) {
            return;
        }
        for (String parameter : text.substring(colon + 1).split(",", -1)) {
            int equals = parameter.indexOf('=');
            if (equals <= 0) {
                throw refuse("'" + parameter + "' is not of the form name=value");
            }
            String name = parameter.substring(0, equals).strip();
            if (parameters.put(name, parameter.substring(equals + 1).strip()) != null) {
                throw refuse(name + " is given twice");
            }
        }
    }

    /**
     * Reads a schedule that begins at {@code learningRate}.
     *
     * @throws IllegalArgumentException if the text is not of the grammar or a value is out of range
     */
    static Schedule parse(String text, double learningRate) {
        ScheduleOption option = new ScheduleOption(text);
        return switch (option.kind) {
            case "constant" -> option.constant(learningRate);
            case "exponential" -> option.exponential(learningRate);
            case "cosine" -> option.cosine(learningRate);
            case "step" -> option.step();
            default ->
                throw option.refuse("'" + option.kind + "' is unknown, expected constant, exponential, cosine or step");
        };
    }

    private Schedule constant(double learningRate) {
        allow(List.of(), List.of());
        return Schedule.constant(learningRate);
    }

    private Schedule exponential(double learningRate) {
        allow(List.of("decay_steps", "decay_rate"), List.of("staircase"));
        return Schedule.exponential(learningRate, whole("decay_steps"), number("decay_rate"), flag("staircase"));
    }

    private Schedule cosine(double learningRate) {
        allow(List.of("decay_steps"), List.of("alpha", "warmup_steps", "warmup_target"));
        double alpha = parameters.containsKey("alpha") ? number("alpha") : 0;
        boolean warmup = parameters.containsKey("warmup_steps");
        if (warmup != parameters.containsKey("warmup_target")) {
            throw refuse("warmup_steps and warmup_target go together");
        }
        return warmup
                ? Schedule.cosine(
                        learningRate, whole("decay_steps"), alpha, number("warmup_target"), whole("warmup_steps"))
                : Schedule.cosine(learningRate, whole("decay_steps"), alpha);
    }

    private Schedule step() {
        allow(List.of("boundaries", "values"), List.of());
        long[] boundaries = Arrays.stream(parameters.get("boundaries").split("/", -1))
                .mapToLong(part -> whole("boundaries", part))
                .toArray();
        double[] values = Arrays.stream(parameters.get("values").split("/", -1))
                .mapToDouble(part -> number("values", part))
                .toArray();
        return Schedule.step(boundaries, values);
    }

    private void allow(List<String> required, List<String> optional) {
        for (String name : required) {
            if (!parameters.containsKey(name)) {
                throw refuse(name + " is missing");
            }
        }
        for (String name : parameters.keySet()) {
            if (!required.contains(name) && !optional.contains(name)) {
                String expected =
                        String.join(", ", required) + (optional.isEmpty() ? "" : ", ") + String.join(", ", optional);
                throw refuse("'" + name + "' is unknown, expected "
                        + (expected.isEmpty() ? "no parameters" : "only " + expected));
            }
        }
    }

    private long whole(String name) {
        return whole(name, parameters.get(name));
    }

    private long whole(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw refuse(name + " is '" + value + "', expected a whole number");
        }
    }

    private double number(String name) {
        return number(name, parameters.get(name));
    }

    private double number(String name, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw refuse(name + " is '" + value + "', expected a number");
        }
    }

    private boolean flag(String name) {
        String value = parameters.getOrDefault(name, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw refuse(name + " is '" + value + "', expected true or false");
        }
        return value.equals("true");
    }

    private IllegalArgumentException refuse(String reason) {
        return new IllegalArgumentException("--schedule " + text + ": " + reason);
    }
}
