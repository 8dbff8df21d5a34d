// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The report knows the results; the results know no report. */
class ArchitectureTest {
    private static final JavaClasses RESULTS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.initium.results");

    @Test
    void thePackagesFormNoCycle() {
        slices().matching("org.initium.(**)").should().beFreeOfCycles().check(RESULTS);
    }

    @Test
    void theResultsDoNotKnowTheReport() {
        noClasses()
                .that()
                .resideInAPackage("org.initium.results")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.initium.results.report")
                .check(RESULTS);
    }
}
