// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * JMH's own command line, whose measuring JVMs also say what they measure: the property {@value Origin#PROPERTY} ends up
 * among the flags in JMH's JSON, so that results without their sources cannot be published.
 */
public final class Main {
    private Main() {}

    /**
     * Runs JMH.
     *
     * @param arguments JMH's
     * @throws IOException if the sources in this jar cannot be read, or JMH fails to read or write
     */
    public static void main(String[] arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-jvmArgsPrepend", Origin.flag()));
        org.openjdk.jmh.Main.main(all.toArray(String[]::new));
    }
}
