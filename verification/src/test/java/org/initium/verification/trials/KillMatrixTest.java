// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.trials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.initium.verification.mutants.Mutant;
import org.initium.verification.mutants.Mutants;
import org.initium.verification.mutants.Wrong;
import org.initium.verification.plan.Implementation;
import org.junit.jupiter.api.Test;

class KillMatrixTest {
    private static final Implementation MINUS_ZERO = Wrong.damaged("zeros", Wrong.each(x -> -x));

    /** A fault of an exact check, which takes milliseconds. */
    private static Mutant minusZero(String... claims) {
        return new Mutant("minus_zero", "zeros gives -0.0", "owner/repository#1", MINUS_ZERO, claims);
    }

    /** No fault: it survives every claim. */
    private static Mutant sound(String... claims) {
        return new Mutant("sound", "none", Mutant.PLANTED, Implementation.INITIUM, claims);
    }

    /** A fault of a check that chance can fail. */
    private static Mutant anyPosition() {
        return Mutants.all().stream()
                .filter(mutant -> mutant.name().equals("any_position"))
                .findFirst()
                .orElseThrow();
    }

    private static KillMatrix run(Mutant... mutants) {
        return KillMatrix.run(List.of(mutants), 42, done -> {});
    }

    @Test
    void aMutantIsKilledByTheChecksThatClaimIt() {
        KillMatrix matrix = run(minusZero("exact_values", "exact_values (25, 20)"));
        KillMatrix.Row row = matrix.rows().get(0);
        assertThat(row.mutant()).isEqualTo("minus_zero");
        assertThat(row.fault()).isEqualTo("zeros gives -0.0");
        assertThat(row.bug()).isEqualTo("owner/repository#1");
        assertThat(row.claims()).containsExactly("exact_values", "exact_values (25, 20)");
        assertThat(row.unmet()).isEmpty();
        assertThat(row.killed()).isTrue();
        // The law that it declares is right, the values are finite, and a net of -0.0 has a dead gradient, too.
        assertThat(row.kills()).containsOnlyKeys("exact_values");
        assertThat(row.kills().get("exact_values")).isBetween(6, row.groups());
        assertThat(matrix.passed()).isTrue();
        assertThat(matrix.survivors()).isEmpty();
        assertThat(matrix.headline())
                .startsWith("1 mutants, all killed by the checks that claim them; seed 42; ")
                .endsWith(" s");
    }

    @Test
    void aClaimThatNoCheckMeetsIsSurvived() {
        KillMatrix matrix = run(minusZero("finite", "exact_values", "declared_law (17,)"));
        assertThat(matrix.rows().get(0).unmet()).containsExactly("declared_law (17,)", "finite");
        assertThat(matrix.rows().get(0).kills()).containsKey("exact_values");
        assertThat(matrix.rows().get(0).killed()).isFalse();
        assertThat(matrix.survivors()).isEqualTo(matrix.rows());
        assertThat(matrix.passed()).isFalse();
        assertThat(matrix.headline()).startsWith("1 mutants, 1 SURVIVED a claim; ");
    }

    @Test
    void noFaultIsNotFound() {
        KillMatrix matrix = run(sound("variance"), minusZero("exact_values"));
        assertThat(matrix.rows()).extracting(KillMatrix.Row::mutant).containsExactly("sound", "minus_zero");
        KillMatrix.Row sound = matrix.rows().get(0);
        assertThat(sound.groups()).isZero();
        assertThat(sound.kills()).isEmpty();
        assertThat(sound.unmet()).containsExactly("variance");
        assertThat(matrix.survivors()).containsExactly(sound);
        assertThat(matrix.passed()).isFalse();
    }

    /** What throws is found too: by name and words of the check that could not be made. */
    @Test
    void anInitializerThatThrowsIsKilled() {
        KillMatrix matrix = run(new Mutant(
                "broken",
                "zeros throws",
                Mutant.PLANTED,
                Wrong.damaged("zeros", (shape, tensor) -> {
                    throw new IllegalStateException("broken");
                }),
                "finite",
                "exact_values"));
        assertThat(matrix.passed()).isTrue();
    }

    @Test
    void theSameSeedGivesTheSameMatrix() {
        Mutant[] mutants = {minusZero("exact_values"), anyPosition()};
        assertThat(run(mutants).rows()).isEqualTo(run(mutants).rows());
        assertThat(run(mutants).seed()).isEqualTo(42);
    }

    @Test
    void theListenerHearsEachMutantOnce() {
        List<Integer> heard = new ArrayList<>();
        KillMatrix.run(List.of(sound("finite"), minusZero("finite"), sound("finite")), 42, heard::add);
        assertThat(heard).containsExactly(1, 2, 3);
    }

    @Test
    void noMutantsAreNoSuccess() {
        assertThatIllegalArgumentException().isThrownBy(KillMatrixTest::run).withMessageContaining("no mutants");
        assertThat(new KillMatrix(42, List.of(), 0).passed()).isFalse();
    }

    @Test
    void rowsAreCopiedAndKillsInOrder() {
        Map<String, Integer> kills = new HashMap<>(Map.of("variance", 2, "bounds", 1, "mean", 3));
        List<String> claims = new ArrayList<>(List.of("mean"));
        KillMatrix.Row row = new KillMatrix.Row("m", "f", "b", claims, kills, List.of(), 1);
        kills.clear();
        claims.clear();
        assertThat(row.claims()).containsExactly("mean");
        assertThat(row.kills().keySet()).containsExactly("bounds", "mean", "variance");
        assertThatThrownBy(() -> row.kills().clear()).isInstanceOf(UnsupportedOperationException.class);
    }
}
