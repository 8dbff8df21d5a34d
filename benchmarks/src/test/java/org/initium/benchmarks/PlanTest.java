// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

class PlanTest {
    private static final OutputFormat SILENT = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

    @ParameterizedTest
    @CsvSource({"QUICK, 29, 100", "PUBLISH, 87, 2500"})
    void profilesKeepTheirTime(Profile profile, long configurations, double seconds) {
        assertThat(Benchmarks.configurations(profile, null, List.of())).isEqualTo(configurations);
        assertThat(Benchmarks.expectedSeconds(profile, null, List.of())).isLessThanOrEqualTo(seconds);
    }

    /** 6 configurations of 5 forks, each 1.2 s and iterations of 3 x 0.5 + 5 x 0.5 s; half a second less with one less. */
    @Test
    void expectsForksTimesIterations() {
        assertThat(Benchmarks.expectedSeconds(Profile.PUBLISH, "Roofline", List.of()))
                .isCloseTo(6 * 5 * 5.2, within(1e-9));
        assertThat(Benchmarks.expectedSeconds(Profile.PUBLISH, "Roofline", List.of("-f", "1", "-wi", "2")))
                .isCloseTo(6 * 4.7, within(1e-9));
    }

    /** The native sampler on few elements takes longer to compile. */
    @Test
    void fewSamplesWarmUpLonger() {
        for (Profile profile : List.of(Profile.QUICK, Profile.PUBLISH)) {
            List<Plan.Part> parts =
                    new Plan(profile, "NormalFillBenchmark.initium$", List.of("-p", "size=4096")).parts();
            assertThat(parts)
                    .anySatisfy(
                            part -> assertThat(part.options().getWarmupTime().get())
                                    .isEqualTo(TimeValue.milliseconds(Selection.SAMPLING)));
        }
        Options given = new Plan(Profile.QUICK, "NormalFillBenchmark.initium$", List.of("-w", "7ms"))
                .parts()
                .get(0)
                .options();
        assertThat(given.getWarmupTime().get()).isEqualTo(TimeValue.milliseconds(7));
    }

    /**
     * 12 + 12 + 10 fills, 8 x 2 scalings of variance, 12 x 2 recipes, 3 laws x 4 backends, 5 + 2 x 3 orthogonal, 3 factorisations, 1 of words, 11 x 2 + 2
     * x 4 square products, 12 x 2 + 4 of a layer, 2 of threads, 8 + 2 x 3 steps, 2 x 2 with an embedding, 6 limits.
     */
    @Test
    void fullIsEverything() {
        assertThat(new Plan(Profile.FULL, null, List.of()).configurations())
                .isEqualTo(34 + 16 + 24 + 12 + 11 + 3 + 1 + 30 + 28 + 2 + 14 + 4 + 6);
    }

    /** Every name and parameter of a selection exists, and no configuration is in two of them. */
    @ParameterizedTest
    @EnumSource
    void selectionsAreDisjointAndNameWhatExists(Profile profile) {
        Set<String> seen = new HashSet<>();
        for (Selection selection : profile.selections()) {
            Set<String> methods = new TreeSet<>();
            for (BenchmarkListEntry entry : BenchmarkList.defaultList().getAll(SILENT, List.of())) {
                if (entry.getUsername().matches(selection.pattern())) {
                    methods.add(entry.getUsername());
                    assertThat(configurations(entry, selection)).allMatch(seen::add);
                }
            }
            assertThat(methods)
                    .hasSizeGreaterThanOrEqualTo(
                            Math.max(1, selection.contenders().size()));
        }
    }

    /** The method with every choice of values for its parameters. */
    private static List<String> configurations(BenchmarkListEntry entry, Selection selection) {
        Map<String, String[]> parameters = new TreeMap<>(entry.getParams().orElse(Map.of()));
        assertThat(parameters.keySet()).containsAll(selection.parameters().keySet());
        selection.parameters().forEach((name, values) -> parameters.put(name, values.toArray(String[]::new)));
        List<String> all = List.of(entry.getUsername());
        for (var parameter : parameters.entrySet()) {
            all = all.stream()
                    .flatMap(prefix -> Arrays.stream(parameter.getValue())
                            .map(value -> prefix + " " + parameter.getKey() + "=" + value))
                    .toList();
        }
        return all;
    }

    @Test
    void publishHasEveryContender() {
        assertThat(Plan.names(Profile.PUBLISH)).isEqualTo(Benchmarks.list());
    }

    @Test
    void profileSetsTheTimes() {
        Options options =
                new Plan(Profile.PUBLISH, "Roofline", List.of()).parts().get(0).options();
        assertThat(options.getForkCount().get()).isEqualTo(5);
        assertThat(options.getWarmupIterations().get()).isEqualTo(3);
        assertThat(options.getWarmupTime().get()).isEqualTo(TimeValue.milliseconds(500));
        assertThat(options.getMeasurementIterations().get()).isEqualTo(5);
        assertThat(options.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(500));
    }

    @Test
    void argumentsWinOverTheProfile() {
        List<String> arguments = List.of(
                "-f",
                "2",
                "-wi",
                "7",
                "-w",
                "8ms",
                "-i",
                "9",
                "-r",
                "10ms",
                "-p",
                "n=3,5,7",
                "-jvmArgsAppend",
                "-Xint");
        Plan plan = new Plan(Profile.QUICK, "GemmSlowBenchmark.ejml", arguments);
        assertThat(plan.configurations()).isEqualTo(3);
        Options options = plan.parts().get(0).options();
        assertThat(options.getForkCount().get()).isEqualTo(2);
        assertThat(options.getWarmupIterations().get()).isEqualTo(7);
        assertThat(options.getWarmupTime().get()).isEqualTo(TimeValue.milliseconds(8));
        assertThat(options.getMeasurementIterations().get()).isEqualTo(9);
        assertThat(options.getMeasurementTime().get()).isEqualTo(TimeValue.milliseconds(10));
        assertThat(options.getParameter("n").get()).containsExactly("3", "5", "7");
        assertThat(options.getJvmArgsAppend().get()).containsExactly("-Xint");
        assertThat(options.getJvmArgs().hasValue()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "Roofline, '', 6",
        "'', Roofline, 6",
        "triad, 'Roofline', 3",
        "'', 'triadL1 triadL2', 2",
        "'', 'Roofline -e triad', 3"
    })
    void patternsNarrow(String regex, String arguments, long configurations) {
        List<String> list = arguments.isEmpty() ? List.of() : List.of(arguments.split(" "));
        assertThat(new Plan(Profile.FULL, regex, list).configurations()).isEqualTo(configurations);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-rff x.json", "-rf csv", "-o x.txt", "-h", "-l", "-lp", "-lprof", "-lrf", "-nonsense", "-f many"
            })
    void refusesWhatIsNoArgumentOfARun(String arguments) {
        assertThatThrownBy(() -> new Plan(Profile.QUICK, null, List.of(arguments.split(" "))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void namesWhatThereIsIfNothingMatches() {
        assertThatThrownBy(() -> new Plan(Profile.QUICK, "Nonesuch", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("no benchmark of the profile quick is called 'Nonesuch'")
                .hasMessageContaining("org.initium.benchmarks.GemmBenchmark.initium");
    }

    @Test
    void refusesABrokenExpression() {
        assertThatThrownBy(() -> new Plan(Profile.QUICK, "(", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    /** QUICK selects n = 256 of all contenders and n = 1024 of initium; with n given both are the same. */
    @Test
    void argumentsDoNotMakeAConfigurationRunTwice() {
        assertThat(new Plan(Profile.QUICK, "GemmBenchmark.initium$", List.of()).configurations())
                .isEqualTo(2);
        assertThat(new Plan(Profile.QUICK, "GemmBenchmark.initium$", List.of("-p", "n=64")).configurations())
                .isEqualTo(1);
    }
}
