// SPDX-License-Identifier: Apache-2.0
package org.initium;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The dependency rule of ARCHITECTURE.md. */
class ArchitectureTest {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.initium");

    private static final String ROOT = "org.initium";
    private static final String JDK = "java..";

    private static void mayKnow(String name, String... others) {
        String[] allowed = new String[others.length + 3];
        allowed[0] = ROOT;
        allowed[1] = JDK;
        allowed[2] = "org.initium." + name;
        for (int i = 0; i < others.length; i++) {
            allowed[3 + i] = others[i].contains(".") ? others[i] : "org.initium." + others[i];
        }
        classes()
                .that()
                .resideInAPackage("org.initium." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .check(CORE);
    }

    @Test
    void packagesKnowOnlyWhatLiesBeforeThem() {
        classes()
                .that()
                .resideInAPackage(ROOT)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT, JDK)
                .check(CORE);
        mayKnow("simd", "jdk.incubator.vector..");
        mayKnow("random", "org.initium.random.philox", "simd", "jdk.incubator.vector..");
        mayKnow("random.philox", "simd", "jdk.incubator.vector..");
        mayKnow("random.mersenne", "simd", "jdk.incubator.vector..");
        mayKnow("linalg", "org.initium.linalg.gemm", "simd", "jdk.incubator.vector..");
        mayKnow("linalg.gemm", "simd", "jdk.incubator.vector..");
        mayKnow("init", "random", "linalg", "org.initium.init.conv");
        mayKnow("init.conv", "random", "init");
        mayKnow("jax", "random", "init", "simd", "jdk.incubator.vector..");
        mayKnow("torch", "random", "org.initium.random.mersenne", "init", "simd", "jdk.incubator.vector..");
        mayKnow("tensorflow", "random", "org.initium.random.philox", "simd", "jdk.incubator.vector..");
        mayKnow("numpy", "random");
        mayKnow("keras", "random", "org.initium.random.mersenne", "jax", "torch", "tensorflow", "numpy");
        mayKnow("nn", "random", "linalg", "init", "org.initium.nn.kernel");
        mayKnow("nn.kernel", "simd", "jdk.incubator.vector..");
        mayKnow("io");
    }

    @Test
    void noCycles() {
        slices().matching("org.initium.(*)..").should().beFreeOfCycles().check(CORE);
    }

    /** The names are listed above the initializers of convolutions, and these build upon the others. */
    @Test
    void onlyInitializersKnowsConvolutionsInInit() {
        noClasses()
                .that()
                .resideInAPackage("org.initium.init")
                .and()
                .doNotHaveSimpleName("Initializers")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.initium.init.conv")
                .check(CORE);
        noClasses()
                .that()
                .resideInAPackage("org.initium.init.conv")
                .should()
                .dependOnClassesThat()
                .haveSimpleName("Initializers")
                .check(CORE);
    }

    /** Orthogonal is the one place where random and linalg meet; DeltaOrthogonal asks it for its matrix. */
    @Test
    void onlyOrthogonalKnowsLinearAlgebraInInit() {
        noClasses()
                .that()
                .resideInAPackage("org.initium.init..")
                .and()
                .doNotHaveSimpleName("Orthogonal")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.initium.linalg..")
                .check(CORE);
    }

    @Test
    void onlySimdAndVectorFilesKnowTheVectorApi() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Vector")
                .and()
                .doNotHaveSimpleName("Simd")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("jdk.incubator.vector..")
                .check(CORE);
    }

    /** Math's transcendental functions may differ between JVMs by an ulp; StrictMath's may not. */
    @Test
    void transcendentalFunctionsAreStrict() {
        Set<String> forbidden = Set.of(
                "exp", "log", "log1p", "expm1", "log10", "sin", "cos", "tan", "tanh", "pow", "atan", "atan2", "asin",
                "acos", "sinh", "cosh", "cbrt", "hypot");
        DescribedPredicate<JavaCall<?>> transcendental = DescribedPredicate.describe(
                "a transcendental function of Math",
                call -> call.getTargetOwner().isEquivalentTo(Math.class) && forbidden.contains(call.getName()));
        noClasses().should().callCodeUnitWhere(transcendental).check(CORE);
    }

    /** Their results would depend on the CPU and on whether C2 has compiled the loop yet. */
    @Test
    void noTranscendentalVectorOperators() {
        Set<String> forbidden = Set.of(
                "SIN", "COS", "TAN", "ASIN", "ACOS", "ATAN", "ATAN2", "EXP", "LOG", "LOG10", "LOG1P", "EXPM1", "SINH",
                "COSH", "TANH", "CBRT", "POW", "HYPOT");
        DescribedPredicate<JavaFieldAccess> transcendental = DescribedPredicate.describe(
                "a transcendental vector operator",
                access -> access.getTargetOwner().getSimpleName().equals("VectorOperators")
                        && forbidden.contains(access.getName()));
        noClasses().should().accessFieldWhere(transcendental).check(CORE);
    }

    /** The JDK is all that the module asks for. */
    @Test
    void moduleNeedsOnlyTheJdk() throws IOException {
        URI classes = URI.create(
                Shape.class.getProtectionDomain().getCodeSource().getLocation().toString());
        try (InputStream in = classes.resolve("module-info.class").toURL().openStream()) {
            ModuleDescriptor module = ModuleDescriptor.read(in);
            assertThat(module.name()).isEqualTo("org.initium.core");
            assertThat(module.requires())
                    .extracting(ModuleDescriptor.Requires::name)
                    .containsExactlyInAnyOrder("java.base", "jdk.incubator.vector");
            assertThat(module.exports())
                    .extracting(ModuleDescriptor.Exports::source)
                    .containsExactlyInAnyOrder(
                            "org.initium",
                            "org.initium.random",
                            "org.initium.linalg",
                            "org.initium.init",
                            "org.initium.init.conv",
                            "org.initium.jax",
                            "org.initium.torch",
                            "org.initium.keras",
                            "org.initium.nn",
                            "org.initium.io");
        }
    }
}
