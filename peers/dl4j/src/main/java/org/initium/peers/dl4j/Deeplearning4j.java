// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.dl4j;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.haar;
import static org.initium.peers.Laws.normal;
import static org.initium.peers.Laws.uniform;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.conf.distribution.OrthogonalDistribution;
import org.deeplearning4j.nn.conf.distribution.TruncatedNormalDistribution;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitDistribution;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** {@code WeightInit} and the distributions. */
public final class Deeplearning4j implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);
    private static final Shape KERNEL = Shape.of(32, 16, 3, 3);

    /** The Javadoc of {@code WeightInit} that says what each name means; the sources of the release come without it. */
    private static final String WEIGHT_INIT = "https://github.com/deeplearning4j/deeplearning4j/blob/"
            + "60557454126959ac1dc14e69d1b98a30a3b8276a/deeplearning4j/deeplearning4j-nn/src/main/java/org/"
            + "deeplearning4j/nn/weights/WeightInit.java";

    private static final String LECUN = "http://yann.lecun.com/exdb/publis/pdf/lecun-98b.pdf";

    /** For {@link java.util.ServiceLoader}. */
    public Deeplearning4j() {}

    @Override
    public String name() {
        return "Deeplearning4j";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.deeplearning4j", "deeplearning4j-nn", WeightInit.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                gaussian(WeightInit.XAVIER, "2 / (in + out)", f -> 2 / f.sum()),
                gaussian(WeightInit.RELU, "2 / in", f -> 2 / f.in()),
                gaussian(WeightInit.NORMAL, "1 / in", f -> 1 / f.in()),
                gaussian(WeightInit.LECUN_NORMAL, "1 / in", f -> 1 / f.in()),
                gaussian(WeightInit.XAVIER_FAN_IN, "1 / in", f -> 1 / f.in()),
                limit(WeightInit.XAVIER_UNIFORM, "√(6 / (in + out))", f -> Math.sqrt(6 / f.sum())),
                limit(WeightInit.RELU_UNIFORM, "√(6 / in)", f -> Math.sqrt(6 / f.in())),
                limit(WeightInit.SIGMOID_UNIFORM, "4 √(6 / (in + out))", f -> 4 * Math.sqrt(6 / f.sum())),
                limit(WeightInit.UNIFORM, "1 / √in", f -> 1 / Math.sqrt(f.in())),
                limit(WeightInit.LECUN_UNIFORM, "3 / √in", f -> 3 / Math.sqrt(f.in()))
                        .named("LeCun et al. (1998), eq. 16", LECUN, "variance 1 / in, so L = √(3 / in)", lecun())
                        .does("U[−L, L], L = 3 / √in", uniform(Weights::fans, f -> 3 / Math.sqrt(f.in()))),
                scaledUniform(WeightInit.VAR_SCALING_UNIFORM_FAN_IN, "in", Fans::in),
                scaledUniform(WeightInit.VAR_SCALING_UNIFORM_FAN_OUT, "out", Fans::out),
                scaledUniform(WeightInit.VAR_SCALING_UNIFORM_FAN_AVG, "((in + out) / 2)", f -> f.sum() / 2),
                scaledNormal(WeightInit.VAR_SCALING_NORMAL_FAN_IN, "in", Fans::in),
                scaledNormal(WeightInit.VAR_SCALING_NORMAL_FAN_OUT, "out", Fans::out),
                scaledNormal(WeightInit.VAR_SCALING_NORMAL_FAN_AVG, "((in + out) / 2)", f -> f.sum() / 2),
                Candidate.of(
                                "new TruncatedNormalDistribution(0, 0.05)",
                                Weights.source(
                                        shape -> new WeightInitDistribution(new TruncatedNormalDistribution(0, 0.05))))
                        .documented(
                                "Javadoc of TruncatedNormalDistribution",
                                artifact().javadoc(TruncatedNormalDistribution.class),
                                "truncated normal, 0 and 0.05; Keras cuts at 2 σ",
                                always(new ExpectedLaw.TruncatedNormal(0, 0.05)))
                        .on(DENSE)
                        .doesBesidesZeros(
                                "some are 0, the others as it says", always(new ExpectedLaw.TruncatedNormal(0, 0.05))),
                orthogonal().on(Shape.of(6, 4), Shape.of(4, 6)),
                orthogonal()
                        .on(Shape.of(20, 20), Shape.of(64, 64), Shape.of(300, 77))
                        .inItsOwnJvm(),
                Candidate.of("IDENTITY", Weights.source(shape -> WeightInit.IDENTITY.getWeightInitFunction()))
                        .documented(
                                "Javadoc of WeightInit",
                                WEIGHT_INIT,
                                "the identity matrix, for square ones",
                                shape -> Recipes.identity(shape, 1))
                        .on(Shape.of(20, 20)),
                exact(WeightInit.ZERO, 0),
                exact(WeightInit.ONES, 1));
    }

    private static Candidate gaussian(WeightInit name, String variance, ToDoubleFunction<Fans> of) {
        return of(name, "normal, variance " + variance, normal(Weights::fans, of));
    }

    private static Candidate limit(WeightInit name, String limit, ToDoubleFunction<Fans> bound) {
        return of(name, "uniform in [−L, L], L = " + limit, uniform(Weights::fans, bound));
    }

    private static Candidate scaledUniform(WeightInit name, String fan, ToDoubleFunction<Fans> fans) {
        return of(name, "uniform in [−L, L], L = 3 / " + fan, uniform(Weights::fans, f -> 3 / fans.applyAsDouble(f)))
                .named(
                        "Keras, VarianceScaling(1, distribution=\"uniform\")",
                        Laws.KERAS,
                        "L = √(3 / " + fan + ")",
                        uniform(Weights::fans, f -> Math.sqrt(3 / fans.applyAsDouble(f))))
                .does("U[−L, L], L = 3 / √" + fan, uniform(Weights::fans, f -> 3 / Math.sqrt(fans.applyAsDouble(f))));
    }

    private static Candidate scaledNormal(WeightInit name, String fan, ToDoubleFunction<Fans> fans) {
        return of(name, "normal, variance 1 / " + fan, normal(Weights::fans, f -> 1 / fans.applyAsDouble(f)))
                .named(
                        "Keras, VarianceScaling(1)",
                        Laws.KERAS,
                        "truncated normal, variance 1 / " + fan,
                        Laws.truncated(Weights::fans, f -> 1 / fans.applyAsDouble(f)))
                .doesBesidesZeros(
                        "some are 0, the others N(0, 1 / " + fan + ") cut at 2 σ, uncorrected",
                        shape -> new ExpectedLaw.TruncatedNormal(
                                0, Math.sqrt(1 / fans.applyAsDouble(Weights.fans(shape)))));
    }

    private Candidate orthogonal() {
        return Candidate.of(
                        "new OrthogonalDistribution(1)",
                        Weights.source(shape -> new WeightInitDistribution(new OrthogonalDistribution(1))))
                .documented(
                        "Javadoc of OrthogonalDistribution",
                        artifact().javadoc(OrthogonalDistribution.class),
                        "random orthogonal, of Saxe et al. (2013)",
                        haar());
    }

    private static Candidate exact(WeightInit name, float value) {
        return Candidate.of(name.name(), Weights.source(shape -> name.getWeightInitFunction()))
                .documented(
                        "Javadoc of WeightInit",
                        WEIGHT_INIT,
                        "the value everywhere",
                        always(new ExpectedLaw.Constant(value)))
                .on(KERNEL);
    }

    private static Candidate of(WeightInit name, String says, Function<Shape, ExpectedLaw> law) {
        return Candidate.of(name.name(), Weights.source(shape -> name.getWeightInitFunction()))
                .documented("Javadoc of WeightInit", WEIGHT_INIT, says, law)
                .on(DENSE, KERNEL);
    }

    private static Function<Shape, ExpectedLaw> lecun() {
        return uniform(Weights::fans, f -> Math.sqrt(3 / f.in()));
    }
}
