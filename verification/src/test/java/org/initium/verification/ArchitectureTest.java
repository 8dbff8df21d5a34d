// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Statistics know nothing of laws, laws nothing of checks, checks nothing of the suite. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.initium.verification");

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
            List.of(".mutants", ".identify"));

    @Test
    void packagesKnowOnlyWhatLiesBelow() {
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            for (String name : LAYERS.get(layer)) {
                String[] others = LAYERS.subList(layer, LAYERS.size()).stream()
                        .flatMap(List::stream)
                        .filter(other -> !other.equals(name))
                        .map(ArchitectureTest::withPrefix)
                        .toArray(String[]::new);
                noClasses()
                        .that()
                        .resideInAPackage(withPrefix(name))
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(others)
                        .check(MODULE);
            }
        }
    }

    private static String withPrefix(String name) {
        return "org.initium.verification" + name;
    }
}
