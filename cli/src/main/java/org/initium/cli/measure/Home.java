// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.initium.benchmarks.Benchmarks;
import org.initium.results.Environment;
import org.initium.results.Published;
import org.initium.simd.Simd;
import org.openjdk.jmh.util.Version;

/** Where Initium's sources and published results lie, and what a run on this machine is described by. */
final class Home {
    static final String BENCH = "bench.json";
    static final String VERIFY = "verify.json";
    static final String ENVIRONMENT = "environment.json";

    private Home() {}

    /** The folder that the launcher names by {@code -Dinitium.home}; else the present one. */
    static Path folder() {
        return Path.of(System.getProperty("initium.home", ""));
    }

    /** The store of published results. */
    static Published published() {
        return new Published(folder().resolve("results").resolve("published"));
    }

    /** This machine and these sources, now: before the run that it is to describe. */
    static Environment environment() throws IOException {
        return Environment.detect(
                folder().toAbsolutePath(), Simd.bits(), Benchmarks.sourceHash(), Version.getPlainVersion(), List.of());
    }
}
