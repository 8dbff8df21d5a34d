// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Statistics know nothing of checks, checks nothing of the suite. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.initium.verification");

    @Test
    void packagesKnowOnlyWhatLiesBelow() {
        mustNotKnow("stats", "", ".checks", ".gradients", ".words");
        mustNotKnow("checks", "", ".gradients", ".words");
        mustNotKnow("gradients", "", ".words");
        mustNotKnow("words", "", ".gradients");
    }

    private static void mustNotKnow(String name, String... others) {
        for (String other : others) {
            noClasses()
                    .that()
                    .resideInAPackage("org.initium.verification." + name)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage("org.initium.verification" + other)
                    .check(MODULE);
        }
    }
}
