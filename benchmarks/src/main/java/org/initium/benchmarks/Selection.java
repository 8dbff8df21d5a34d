// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.initium.keras.Backend;

/**
 * Some contenders of one benchmark class with some values of its parameters.
 *
 * @param benchmark the class
 * @param contenders names of methods; empty stands for all
 * @param parameters values for each parameter that does not keep those of its annotation
 * @param warmupMillis length of a warm-up iteration; 0 for the profile's
 */
record Selection(Class<?> benchmark, List<String> contenders, Map<String, List<String>> parameters, int warmupMillis) {
    /** Warm-up of the native sampler on few elements, in milliseconds an iteration: see {@link Profile}. */
    static final int SAMPLING = 2_500;

    /** The three laws on each of Keras's samplers, on 4 Mi elements: one call is enough to warm up. */
    static final Selection KERAS = of(InitializerBenchmark.class, "initium")
            .with("initializer", "random_uniform", "random_normal", "truncated_normal")
            .with("sampler", Stream.of(Backend.values()).map(Backend::toString).toArray(String[]::new))
            .with("shape", "2048x2048");

    /** Copies the collections. */
    Selection {
        contenders = List.copyOf(contenders);
        parameters = Map.copyOf(parameters);
    }

    /** These contenders, or all, with the parameters of the annotations. */
    static Selection of(Class<?> benchmark, String... contenders) {
        return new Selection(benchmark, List.of(contenders), Map.of(), 0);
    }

    /** The same with these values for one parameter. */
    Selection with(String parameter, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        more.put(parameter, List.of(values));
        return new Selection(benchmark, contenders, more, warmupMillis);
    }

    /** The same with warm-up iterations of this length. */
    Selection warmedUp(int millis) {
        return new Selection(benchmark, contenders, parameters, millis);
    }

    /** Regular expression for the full names of the methods. */
    String pattern() {
        String methods = contenders.isEmpty() ? "\\w+" : String.join("|", contenders);
        return "^" + benchmark.getName().replace(".", "\\.") + "\\.(" + methods + ")$";
    }
}
