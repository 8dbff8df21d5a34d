// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law, the seed and the oddities are found apart from each other; and the law without a word of the engine's initializers. */
class IdentifyArchitectureTest {
    private static final String ROOT = "org.initium.verification.identify";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @ParameterizedTest
    @CsvSource({
        "fit, org.initium.verification.identify",
        "fit, org.initium.verification.identify.seeds",
        "fit, org.initium.verification.identify.oddities",
        "fit, org.initium.init",
        "fit, org.initium.keras",
        "seeds, org.initium.verification.identify",
        "seeds, org.initium.verification.identify.oddities",
        "oddities, org.initium.verification.identify",
        "oddities, org.initium.verification.identify.seeds",
        "oddities, org.initium.init",
    })
    void knowsNot(String room, String other) {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "." + room)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(other)
                .check(CLASSES);
    }
}
