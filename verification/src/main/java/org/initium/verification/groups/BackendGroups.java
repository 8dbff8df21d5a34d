// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.verification.laws.DeltaLaw;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.initium.verification.laws.SparseLaw;
import org.initium.verification.plan.CheckGroup;
import org.initium.verification.plan.Implementation;

/**
 * Initializers on the samplers that replay those of Keras's backends. Law and fans are theirs on any sampler, which the groups of the
 * native one check at length; these see whether they come together, on one kernel with fewer elements. What draws nothing (constants,
 * the identity, dirac, stft) has no groups here.
 */
public final class BackendGroups {
    /** Elements: a standard deviation wrong by 3 % is found. */
    private static final int SAMPLE = 20_000;

    /** 105 inputs and 165 outputs; two more for orthogonal matrices. */
    private static final Shape KERNEL = Shape.of(3, 5, 7, 11);

    private static final List<Shape> MATRICES = List.of(Shape.of(3, 3), Shape.of(3, 5));

    /** Three zeros in a column of 25. */
    private static final Shape SPARSE = Shape.of(25, 20);

    /** A kernel of three positions, in its middle a matrix with more columns than rows. */
    private static final Shape DELTA = Shape.of(3, 2, 4);

    private BackendGroups() {}

    /** The groups of an implementation's initializers, by backend. */
    public static List<CheckGroup> of(Implementation implementation) {
        List<CheckGroup> groups = new ArrayList<>();
        for (Backend backend : Backend.values()) {
            // Initium's own, whatever the implementation's: that has groups of its own.
            Function<Key, Sampler> sampler = Implementation.INITIUM.samplers().get(backend.toString());
            for (String name : Initializers.names()) {
                Initializer initializer = implementation.initializer(name);
                String subject = name + " on " + backend;
                if (drawsIndependently(name)) {
                    ExpectedLaw.Random law = (ExpectedLaw.Random) Recipes.of(name, KERNEL);
                    Bounds bounds = Bounds.of(backend.toString(), law);
                    groups.add(new SampledGroup(subject, initializer, KERNEL, law, bounds, sampler, SAMPLE));
                } else if (name.equals("orthogonal")) {
                    for (Shape shape : MATRICES) {
                        groups.add(new OrthogonalGroup(
                                subject, initializer, shape, Recipes.haar(shape, 1), HaarChecks.MATRICES, sampler));
                    }
                } else if (name.equals("sparse")) {
                    SparseLaw law = (SparseLaw) Recipes.of(name, SPARSE);
                    groups.add(new SparseGroup(subject, initializer, SPARSE, law, sampler));
                } else if (name.equals("delta_orthogonal")) {
                    DeltaLaw law = (DeltaLaw) Recipes.of(name, DELTA);
                    groups.add(new DeltaGroup(subject, initializer, DELTA, law, HaarChecks.MATRICES, sampler));
                }
            }
        }
        return groups;
    }

    /** Whether a name's elements are independent draws from a law with a density. */
    static boolean drawsIndependently(String name) {
        return switch (name) {
            case "zeros", "ones", "constant", "identity", "orthogonal", "sparse", "dirac", "delta_orthogonal", "stft" ->
                false;
            default -> true;
        };
    }
}
