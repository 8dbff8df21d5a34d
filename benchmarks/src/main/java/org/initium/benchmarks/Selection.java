// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Some contenders of one benchmark class with some values of its parameters.
 *
 * @param benchmark the class
 * @param contenders names of methods; empty stands for all
 * @param parameters values for each parameter that does not keep those of its annotation
 */
record Selection(Class<?> benchmark, List<String> contenders, Map<String, List<String>> parameters) {
    /** Copies the collections. */
    Selection {
        contenders = List.copyOf(contenders);
        parameters = Map.copyOf(parameters);
    }

    /** These contenders, or all, with the parameters of the annotations. */
    static Selection of(Class<?> benchmark, String... contenders) {
        return new Selection(benchmark, List.of(contenders), Map.of());
    }

    /** The same with these values for one parameter. */
    Selection with(String parameter, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(parameters);
        more.put(parameter, List.of(values));
        return new Selection(benchmark, contenders, more);
    }

    /** Regular expression for the full names of the methods. */
    String pattern() {
        String methods = contenders.isEmpty() ? "\\w+" : String.join("|", contenders);
        return "^" + benchmark.getName().replace(".", "\\.") + "\\.(" + methods + ")$";
    }
}
