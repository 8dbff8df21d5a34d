// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import java.util.List;
import java.util.stream.Stream;

/** All mutants, by kind. */
public final class Mutants {
    private static final List<Mutant> ALL = Stream.of(
                    FanMutants.all(),
                    ScaleMutants.all(),
                    LawMutants.all(),
                    ValueMutants.all(),
                    StreamMutants.all(),
                    OrthogonalMutants.all(),
                    StructuredMutants.all(),
                    PropagationMutants.all(),
                    GradientMutants.all(),
                    TrainingMutants.all(),
                    SamplerMutants.all(),
                    WordMutants.all())
            .flatMap(List::stream)
            .toList();

    private Mutants() {}

    /** Every mutant; no two have the same name. */
    public static List<Mutant> all() {
        return ALL;
    }
}
