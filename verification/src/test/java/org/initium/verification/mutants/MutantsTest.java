// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.initium.Parallel;
import org.initium.Shape;
import org.initium.init.Fans;
import org.initium.init.Initializers;
import org.initium.random.Samplers;
import org.initium.verification.VerificationSuite;
import org.initium.verification.groups.SampledGroup;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Effort;
import org.initium.verification.plan.Implementation;
import org.initium.verification.plan.PlannedCheck;
import org.initium.verification.trials.Trial;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every mutant is killed by each check that claims it, and nothing else is. */
class MutantsTest {
    private static final long SEED = 42;

    private static final Map<String, Set<String>> UNMET = new ConcurrentHashMap<>();
    private static final Map<String, Integer> GROUPS = new ConcurrentHashMap<>();

    static List<Mutant> mutants() {
        return Mutants.all();
    }

    /** All of them beforehand, for that takes several threads less time. */
    @BeforeAll
    static void tryThemAll() {
        Parallel.forEach(mutants().size(), i -> {
            Mutant mutant = mutants().get(i);
            Trial trial = new Trial(mutant.implementation());
            UNMET.put(mutant.name(), trial.unmet(mutant.claims(), SEED));
            GROUPS.put(mutant.name(), trial.groups());
        });
    }

    @ParameterizedTest
    @MethodSource("mutants")
    void isKilledByTheChecksThatClaimIt(Mutant mutant) {
        assertThat(GROUPS.get(mutant.name()))
                .as("groups that have got something of it")
                .isPositive();
        assertThat(UNMET.get(mutant.name())).as(mutant.fault()).isEmpty();
    }

    @Test
    void thereAreFortyAtLeastAndNoTwoHaveOneName() {
        assertThat(mutants()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(mutants())
                .extracting(Mutant::name)
                .doesNotHaveDuplicates()
                .allMatch(name -> name.matches("[a-z0-9_]+"));
        assertThat(mutants())
                .allSatisfy(mutant -> assertThat(mutant.fault()).isNotBlank())
                .allSatisfy(mutant -> assertThat(mutant.bug()).isNotBlank());
    }

    /** A claim that names no check would be a survivor for ever. */
    @Test
    void everyClaimNamesACheck() {
        List<PlannedCheck> checks = checks();
        assertThat(mutants().stream()
                        .flatMap(mutant -> mutant.claims().stream())
                        .distinct())
                .allSatisfy(claim -> assertThat(checks).anyMatch(check -> Mutant.means(claim, check)));
    }

    /** A check that claims nothing might have lost its power without anybody's noticing. */
    @Test
    void everyCheckClaimsAMutant() {
        List<String> claims =
                mutants().stream().flatMap(mutant -> mutant.claims().stream()).toList();
        assertThat(checks().stream().map(PlannedCheck::check).distinct())
                .hasSizeGreaterThanOrEqualTo(40)
                .allSatisfy(check ->
                        assertThat(claims).anyMatch(claim -> claim.equals(check) || claim.startsWith(check + " ")));
    }

    private static List<PlannedCheck> checks() {
        return VerificationSuite.groups(Implementation.INITIUM).stream()
                .flatMap(group -> group.plan(VerificationSuite.key(SEED, 0), Effort.DEFAULT).stream())
                .toList();
    }

    @Test
    void aMutantThatNoCheckClaimsIsNone() {
        assertThatThrownBy(() -> new Mutant("idle", "none", Mutant.PLANTED, List.of(), Implementation.INITIUM))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("idle");
    }

    /** Groups of Initium equal each other, or a mutant would not be told from it and each would take as long as the suite. */
    @Test
    void initiumHasNothingOfAMutant() {
        List<CheckGroup> groups = VerificationSuite.groups(Implementation.INITIUM);
        assertThat(VerificationSuite.groups(Implementation.INITIUM)).isEqualTo(groups);
        assertThat(new Trial(Implementation.INITIUM.withInitializers(initializer -> initializer)).groups())
                .isZero();
    }

    /** A fault in the machinery of the mutants would prove nothing: without a damage the checks pass, on any seed. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aDamageThatDoesNothingPasses(long seed) {
        assertPasses(Wrong.damaged("he_normal", (shape, tensor) -> {}), seed);
        assertPasses(
                Wrong.law(
                        "lecun_uniform",
                        shape -> Wrong.uniform(
                                Initializers.lecunUniform().law(shape).upper())),
                seed);
        assertPasses(
                Implementation.INITIUM.withLayers(
                        (name, layer) -> new GradientMutants.Damaged(layer, (right, pass) -> {})),
                seed);
    }

    @Test
    void aSamplerThatDoesNothingWrongPasses() {
        assertPasses(
                Implementation.INITIUM.withSampler(
                        Implementation.NATIVE,
                        key -> WrongSampler.normal(Samplers.of(key), key, WrongSampler.normals(z -> z))),
                SEED);
    }

    private static void assertPasses(Implementation implementation, long seed) {
        Trial trial = new Trial(implementation);
        assertThat(trial.groups()).isGreaterThan(3);
        assertThat(trial.failures(seed)).isEmpty();
    }

    /** However few elements a shape has: its group makes up for it with more tensors. */
    @Test
    void wrongFansAreFoundOnEveryShapeThatShowsThem() {
        // All but the scalar and the vector have fans that differ.
        long asymmetric = heNormal()
                .filter(shape -> Fans.of(shape).fanIn() != Fans.of(shape).fanOut())
                .count();
        assertThat(asymmetric).isGreaterThanOrEqualTo(7);
        assertThat(kills("fan_out_for_fan_in", "variance")).isEqualTo(asymmetric);
        assertThat(kills("fan_out_for_fan_in", "kolmogorov_smirnov")).isEqualTo(asymmetric);
        // Kernels of more than one position.
        long fields = heNormal()
                .filter(shape -> shape.rank() > 2 && Fans.of(shape).fanIn() > shape.dim(-2))
                .count();
        assertThat(fields).isGreaterThanOrEqualTo(3);
        assertThat(kills("no_receptive_field", "variance")).isEqualTo(fields);
        // PyTorch's truncated normal lets elements out by itself, so that its bounds are not checked.
        assertThat(kills("no_receptive_field", "bounds")).isEqualTo(fields - 1);
    }

    /** The shapes that he_normal is checked on. */
    private static Stream<Shape> heNormal() {
        return VerificationSuite.groups(Implementation.INITIUM).stream()
                .filter(group -> group instanceof SampledGroup sampled
                        && sampled.initializer().equals(Initializers.heNormal()))
                .map(group -> ((SampledGroup) group).shape());
    }

    private static Mutant named(String name) {
        return mutants().stream()
                .filter(mutant -> mutant.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long kills(String name, String check) {
        return new Trial(named(name).implementation())
                .failures(SEED).stream()
                        .filter(failed -> failed.check().equals(check))
                        .count();
    }
}
