// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Statistics know nothing of laws, laws nothing of checks, checks nothing of the suite. */
class ArchitectureTest {
    private static final String ROOT = "org.initium.verification";

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** From the bottom up; packages of one layer do not know each other. */
    private static final List<List<String>> LAYERS = List.of(
            List.of(".stats"),
            List.of(".laws"),
            List.of(".checks"),
            List.of(".samples", ".haar", ".propagation", ".training", ".gradients", ".words"),
            List.of(".streams"),
            List.of(".plan"),
            List.of(".groups"),
            List.of(""),
            List.of(".mutants"),
            List.of(".trials"));

    /** Tells what weights are by the laws alone: it and the suite do not know each other. */
    private static final String IDENTIFY = ".identify";

    private static final Set<String> KNOWN_TO_IDENTIFY = Set.of(".stats", ".laws", ".checks");

    private static Stream<String> rooms() {
        return LAYERS.stream().flatMap(List::stream);
    }

    @Test
    void packagesKnowOnlyWhatLiesBelow() {
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            for (String name : LAYERS.get(layer)) {
                Stream<String> above =
                        LAYERS.subList(layer, LAYERS.size()).stream().flatMap(List::stream);
                mustNotKnow(
                        name,
                        Stream.concat(above, Stream.of(IDENTIFY))
                                .filter(other -> !other.equals(name))
                                .toList());
            }
        }
    }

    @Test
    void identificationKnowsTheLawsAndNothingOfTheSuite() {
        mustNotKnow(
                IDENTIFY,
                rooms().filter(other -> !KNOWN_TO_IDENTIFY.contains(other)).toList());
    }

    /** A package without a layer could know anything. */
    @Test
    void everyPackageHasALayer() {
        Set<String> rooms = MODULE.stream()
                .map(type -> type.getPackageName().substring(ROOT.length()).replaceFirst("(\\.\\w+).*", "$1"))
                .collect(Collectors.toSet());
        assertThat(rooms)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(rooms(), Stream.of(IDENTIFY)).toList());
    }

    private static void mustNotKnow(String name, List<String> others) {
        noClasses()
                .that()
                .resideInAPackage(pattern(name))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        others.stream().map(ArchitectureTest::pattern).toArray(String[]::new))
                .check(MODULE);
    }

    /** A package and what is below it; the root alone. */
    private static String pattern(String name) {
        return name.isEmpty() ? ROOT : ROOT + name + "..";
    }
}
