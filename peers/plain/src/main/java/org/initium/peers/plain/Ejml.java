// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.haar;

import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.RandomMatrices_FDRM;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** EJML's random matrices, by the JDK's {@link Random}, as its examples make them. */
public final class Ejml implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);

    /** For {@link java.util.ServiceLoader}. */
    public Ejml() {}

    @Override
    public String name() {
        return "EJML";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.ejml", "ejml-fdense", RandomMatrices_FDRM.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                Candidate.of(
                                "fillUniform(matrix, -0.05, 0.05, random)",
                                fill((m, random) -> RandomMatrices_FDRM.fillUniform(m, -0.05f, 0.05f, random)))
                        .documented(
                                "Javadoc of RandomMatrices_FDRM",
                                artifact().javadoc(RandomMatrices_FDRM.class),
                                "U[−0.05, 0.05]",
                                always(Recipes.symmetricUniform(0.05f)))
                        .on(DENSE),
                Candidate.of(
                                "fillGaussian(matrix, 0, 0.05, random)",
                                fill((m, random) -> RandomMatrices_FDRM.fillGaussian(m, 0, 0.05f, random)))
                        .documented(
                                "Javadoc of RandomMatrices_FDRM",
                                artifact().javadoc(RandomMatrices_FDRM.class),
                                "N(0, 0.05²)",
                                always(new ExpectedLaw.Normal(0, 0.05f)))
                        .on(DENSE),
                Candidate.of(
                                "orthogonal(rows, columns, random)",
                                (shape, seed) -> drawn(
                                        RandomMatrices_FDRM.orthogonal(shape.dim(0), shape.dim(1), new Random(seed))))
                        .named(
                                "Stewart (1980): random orthogonal",
                                "https://doi.org/10.1137/0717034",
                                "orthonormal columns, by Haar's law",
                                haar())
                        .on(Shape.of(20, 20), Shape.of(20, 10))
                        .does("orthonormal, by another law, and its Javadoc names none", null));
    }

    private static Candidate.Source fill(BiConsumer<FMatrixRMaj, Random> filler) {
        return (shape, seed) -> {
            FMatrixRMaj matrix = new FMatrixRMaj(shape.dim(0), shape.dim(1));
            filler.accept(matrix, new Random(seed));
            return drawn(matrix);
        };
    }

    private static Drawn drawn(FMatrixRMaj matrix) {
        return new Drawn(Shape.of(matrix.getNumRows(), matrix.getNumCols()), matrix.getData());
    }
}
