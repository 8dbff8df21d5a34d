// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.initium.peers.Laws.always;

import java.util.List;
import java.util.SplittableRandom;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.tribuo.common.sgd.FMParameters;
import org.tribuo.math.la.DenseMatrix;

/** The factors (factors, features) of Tribuo's factorization machines. */
public final class Tribuo implements Peer {
    private static final double VARIANCE = 0.01;

    /** For {@link java.util.ServiceLoader}. */
    public Tribuo() {}

    @Override
    public String name() {
        return "Tribuo, factorization machines";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.tribuo", "tribuo-common-sgd", FMParameters.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(Candidate.of("new FMParameters(rng, features, labels, factors, 0.01)", Tribuo::draw)
                .documented(
                        "Javadoc of FMParameters",
                        artifact().javadoc(FMParameters.class),
                        "factors of variance 0.01",
                        always(new ExpectedLaw.Normal(0, Math.sqrt(VARIANCE))))
                .on(Shape.of(77, 300))
                .does("normal, standard deviation 0.01", always(new ExpectedLaw.Normal(0, VARIANCE))));
    }

    private static Drawn draw(Shape shape, long seed) {
        int factors = shape.dim(0);
        int features = shape.dim(1);
        // Bias, linear weights, then a matrix of factors for each label.
        DenseMatrix matrix =
                (DenseMatrix) new FMParameters(new SplittableRandom(seed), features, 1, factors, VARIANCE).get()[2];
        double[] values = new double[factors * features];
        for (int i = 0; i < values.length; i++) {
            values[i] = matrix.get(i / features, i % features);
        }
        return Drawn.of(Shape.of(matrix.getDimension1Size(), matrix.getDimension2Size()), values);
    }
}
