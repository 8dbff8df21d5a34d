// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Optional;

/** What a profile, a regular expression and JMH's own arguments come to. The arguments win over the profile. */
final class Plan {
    private static final OutputFormat SILENT = OutputFormatFactory.createFormatInstance(System.err, VerboseMode.SILENT);

    private final List<Part> parts = new ArrayList<>();

    /**
     * What a fork costs beside its iterations: the start of the JVM, the heap to touch, arrays to fill. Measured with
     * two busy cores.
     */
    private static final double FORK_SECONDS = 1.2;

    /** Options for one of JMH's runs, and how many configurations it measures. */
    record Part(Options options, long configurations) {
        double seconds() {
            double iterations = options.getWarmupIterations().get()
                            * seconds(options.getWarmupTime().get())
                    + options.getMeasurementIterations().get()
                            * seconds(options.getMeasurementTime().get());
            return configurations * Math.max(1, options.getForkCount().get()) * (FORK_SECONDS + iterations);
        }

        private static double seconds(TimeValue time) {
            return time.convertTo(TimeUnit.MILLISECONDS) / 1e3;
        }
    }

    /**
     * Makes the plan.
     *
     * @throws IllegalArgumentException if an argument is not one of JMH's for a run, or nothing is left to run
     */
    Plan(Profile profile, String regex, List<String> jmhArguments) {
        CommandLineOptions arguments = parse(jmhArguments);
        Pattern pattern = Pattern.compile(regex == null ? "" : regex);
        // An argument for a parameter can make two selections of a benchmark the same; the longer warm-up suits both.
        Map<List<Object>, Selection> chosen = new HashMap<>();
        for (Selection selection : profile.selections()) {
            for (BenchmarkListEntry entry : find(selection, arguments)) {
                chosen.merge(
                        configuration(entry, selection, arguments),
                        selection,
                        (first, second) -> second.warmupMillis() > first.warmupMillis() ? second : first);
            }
        }
        for (Selection selection : profile.selections()) {
            ChainedOptionsBuilder builder = new OptionsBuilder().parent(arguments);
            long configurations = 0;
            for (BenchmarkListEntry entry : find(selection, arguments)) {
                if (pattern.matcher(entry.getUsername()).find()
                        && chosen.get(configuration(entry, selection, arguments)) == selection) {
                    builder.include("^" + Pattern.quote(entry.getUsername()) + "$");
                    configurations += values(entry, selection, arguments).values().stream()
                            .mapToLong(List::size)
                            .reduce(1, Math::multiplyExact);
                }
            }
            if (configurations > 0) {
                apply(profile, selection, arguments, builder);
                parts.add(new Part(builder.build(), configurations));
            }
        }
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("no benchmark of the profile "
                    + profile.name().toLowerCase(Locale.ROOT) + " is called '"
                    + (regex == null ? String.join("' or '", arguments.getIncludes()) : regex) + "', expected one of "
                    + String.join(", ", names(profile)));
        }
    }

    /** The runs, in the profile's order. */
    List<Part> parts() {
        return parts;
    }

    /** Configurations, that is benchmarks with one value for each parameter, in all runs. */
    long configurations() {
        return parts.stream().mapToLong(Part::configurations).sum();
    }

    /** Seconds that all runs are expected to take, if no call takes longer than an iteration. */
    double seconds() {
        return parts.stream().mapToDouble(Part::seconds).sum();
    }

    /** Full names of the methods in a profile. */
    static SortedSet<String> names(Profile profile) {
        SortedSet<String> names = new TreeSet<>();
        for (Selection selection : profile.selections()) {
            for (BenchmarkListEntry entry :
                    BenchmarkList.defaultList().find(SILENT, List.of(selection.pattern()), List.of())) {
                names.add(entry.getUsername());
            }
        }
        return names;
    }

    private static CommandLineOptions parse(List<String> jmhArguments) {
        CommandLineOptions arguments;
        try {
            arguments = new CommandLineOptions(jmhArguments.toArray(String[]::new));
        } catch (CommandLineOptionException e) {
            throw new IllegalArgumentException("JMH refuses its arguments: " + e.getMessage(), e);
        }
        if (arguments.getResult().hasValue() || arguments.getResultFormat().hasValue()) {
            throw new IllegalArgumentException("-rf and -rff are not taken: the result is always one JSON file");
        }
        if (arguments.getOutput().hasValue()) {
            throw new IllegalArgumentException("-o is not taken: redirect the output instead");
        }
        if (arguments.shouldHelp()
                || arguments.shouldList()
                || arguments.shouldListWithParams()
                || arguments.shouldListProfilers()
                || arguments.shouldListResultFormats()) {
            throw new IllegalArgumentException("-h and -l are not taken: the arguments are those of a run");
        }
        return arguments;
    }

    /** The selection's methods that the arguments' own regular expressions leave. */
    private static SortedSet<BenchmarkListEntry> find(Selection selection, CommandLineOptions arguments) {
        BenchmarkList list = BenchmarkList.defaultList();
        SortedSet<BenchmarkListEntry> entries =
                list.find(SILENT, List.of(selection.pattern()), arguments.getExcludes());
        if (!arguments.getIncludes().isEmpty()) {
            entries.retainAll(list.find(SILENT, arguments.getIncludes(), List.of()));
        }
        return entries;
    }

    private static List<Object> configuration(
            BenchmarkListEntry entry, Selection selection, CommandLineOptions arguments) {
        return List.of(entry.getUsername(), values(entry, selection, arguments));
    }

    /** The values that each parameter of the benchmark takes. */
    private static SortedMap<String, List<String>> values(
            BenchmarkListEntry entry, Selection selection, CommandLineOptions arguments) {
        SortedMap<String, List<String>> values = new TreeMap<>();
        entry.getParams().orElse(Map.of()).forEach((name, declared) -> {
            Optional<Collection<String>> given = arguments.getParameter(name);
            List<String> selected = selection.parameters().getOrDefault(name, List.of(declared));
            values.put(name, given.hasValue() ? List.copyOf(given.get()) : selected);
        });
        return values;
    }

    private static void apply(
            Profile profile, Selection selection, CommandLineOptions arguments, ChainedOptionsBuilder builder) {
        selection.parameters().forEach((name, values) -> {
            if (!arguments.getParameter(name).hasValue()) {
                builder.param(name, values.toArray(String[]::new));
            }
        });
        if (!arguments.getForkCount().hasValue()) {
            builder.forks(profile.forks());
        }
        if (!arguments.getWarmupIterations().hasValue()) {
            builder.warmupIterations(profile.warmupIterations());
        }
        if (!arguments.getWarmupTime().hasValue()) {
            int millis = selection.warmupMillis();
            builder.warmupTime(millis == 0 ? profile.warmupTime() : TimeValue.milliseconds(millis));
        }
        if (!arguments.getMeasurementIterations().hasValue()) {
            builder.measurementIterations(profile.measurementIterations());
        }
        if (!arguments.getMeasurementTime().hasValue()) {
            builder.measurementTime(profile.measurementTime());
        }
        List<String> flags = new ArrayList<>(arguments.getJvmArgsPrepend().orElse(List.of()));
        flags.add(origin());
        builder.jvmArgsPrepend(flags.toArray(String[]::new));
        if (!arguments.shouldFailOnError().hasValue()) {
            builder.shouldFailOnError(true);
        }
    }

    /** {@link Origin#flag()}; this build can always read its own sources. */
    private static String origin() {
        try {
            return Origin.flag();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
