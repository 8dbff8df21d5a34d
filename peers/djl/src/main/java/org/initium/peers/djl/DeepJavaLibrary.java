// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.djl;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.normal;
import static org.initium.peers.Laws.uniform;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.initializer.ConstantInitializer;
import ai.djl.training.initializer.Initializer;
import ai.djl.training.initializer.NormalInitializer;
import ai.djl.training.initializer.TruncatedNormalInitializer;
import ai.djl.training.initializer.UniformInitializer;
import ai.djl.training.initializer.XavierInitializer;
import ai.djl.training.initializer.XavierInitializer.FactorType;
import ai.djl.training.initializer.XavierInitializer.RandomType;
import java.util.List;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** {@code ai.djl.training.initializer} on the PyTorch engine. A kernel is (outputs, inputs, ...). */
public final class DeepJavaLibrary implements Peer {
    private static final Shape DENSE = Shape.of(77, 300);
    private static final Shape KERNEL = Shape.of(32, 16, 3, 3);

    /** For {@link java.util.ServiceLoader}. */
    public DeepJavaLibrary() {}

    @Override
    public String name() {
        return "Deep Java Library, PyTorch engine";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("ai.djl", "api", Initializer.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                of(
                                "new XavierInitializer()",
                                new XavierInitializer(),
                                "uniform in [−L, L], L = √(6 / (in + out))",
                                uniform(Fans::outputsFirst, f -> Math.sqrt(6 / f.sum())))
                        .on(DENSE, KERNEL)
                        .does("L = √(12 / (in + out))", uniform(Fans::outputsFirst, f -> Math.sqrt(12 / f.sum()))),
                of(
                                "new XavierInitializer(UNIFORM, AVG, 3)",
                                new XavierInitializer(RandomType.UNIFORM, FactorType.AVG, 3),
                                "uniform in [−L, L], L = √(6 / (in + out))",
                                uniform(Fans::outputsFirst, f -> Math.sqrt(6 / f.sum())))
                        .on(DENSE, KERNEL),
                of(
                                "new XavierInitializer(UNIFORM, IN, 3)",
                                new XavierInitializer(RandomType.UNIFORM, FactorType.IN, 3),
                                "uniform in [−L, L], L = √(3 / in)",
                                uniform(Fans::outputsFirst, f -> Math.sqrt(3 / f.in())))
                        .on(DENSE, KERNEL),
                of(
                                "new XavierInitializer(UNIFORM, OUT, 3)",
                                new XavierInitializer(RandomType.UNIFORM, FactorType.OUT, 3),
                                "uniform in [−L, L], L = √(3 / out)",
                                uniform(Fans::outputsFirst, f -> Math.sqrt(3 / f.out())))
                        .on(DENSE, KERNEL),
                of(
                                "new XavierInitializer(GAUSSIAN, IN, 2)",
                                new XavierInitializer(RandomType.GAUSSIAN, FactorType.IN, 2),
                                "of He et al. (2015): normal, variance 2 / in",
                                normal(Fans::outputsFirst, f -> 2 / f.in()))
                        .on(DENSE, KERNEL),
                truncated(DataType.FLOAT32),
                truncated(DataType.FLOAT64),
                truncated(DataType.FLOAT16),
                of(
                                "new NormalInitializer()",
                                new NormalInitializer(),
                                "N(0, 0.01²)",
                                always(new ExpectedLaw.Normal(0, 0.01f)))
                        .on(DENSE),
                of(
                                "new UniformInitializer()",
                                new UniformInitializer(),
                                "U[−0.07, 0.07]",
                                always(Recipes.symmetricUniform(0.07f)))
                        .on(DENSE),
                of(
                                "new ConstantInitializer(0.1)",
                                new ConstantInitializer(0.1f),
                                "the value everywhere",
                                always(new ExpectedLaw.Constant(0.1f)))
                        .on(KERNEL),
                exact("Initializer.ZEROS", Initializer.ZEROS, 0),
                exact("Initializer.ONES", Initializer.ONES, 1));
    }

    private Candidate truncated(DataType type) {
        return Candidate.of("new TruncatedNormalInitializer(), " + type, source(new TruncatedNormalInitializer(), type))
                .documented(
                        "Javadoc of TruncatedNormalInitializer",
                        artifact().javadoc(TruncatedNormalInitializer.class),
                        "normal, σ = 0.01, without what lies outside 2 σ; an array of the data type that is asked for",
                        always(new ExpectedLaw.TruncatedNormal(0, 0.01f)))
                .on(DENSE);
    }

    private Candidate exact(String call, Initializer initializer, float value) {
        return Candidate.of(call, source(initializer, DataType.FLOAT32))
                .named(
                        "Keras, of this name",
                        Laws.KERAS,
                        "the value everywhere",
                        always(new ExpectedLaw.Constant(value)))
                .on(KERNEL);
    }

    private Candidate of(String call, Initializer initializer, String says, Function<Shape, ExpectedLaw> law) {
        Class<?> type = initializer.getClass();
        return Candidate.of(call, source(initializer, DataType.FLOAT32))
                .documented("Javadoc of " + type.getSimpleName(), artifact().javadoc(type), says, law);
    }

    private static Candidate.Source source(Initializer initializer, DataType type) {
        return (shape, seed) -> {
            try (NDManager manager = NDManager.newBaseManager()) {
                manager.getEngine().setRandomSeed(Long.hashCode(seed));
                NDArray weights =
                        initializer.initialize(manager, new ai.djl.ndarray.types.Shape(Candidate.dims(shape)), type);
                if (weights.getDataType() != type) {
                    throw new IllegalStateException("has data type " + weights.getDataType() + ", asked for " + type);
                }
                return Drawn.of(
                        weights.getShape().getShape(),
                        weights.toType(DataType.FLOAT32, false).toFloatArray());
            }
        };
    }
}
