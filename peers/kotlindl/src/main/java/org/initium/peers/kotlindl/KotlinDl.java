// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.kotlindl;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.haar;
import static org.initium.peers.Laws.truncated;
import static org.initium.peers.Laws.uniform;

import java.nio.FloatBuffer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.ToDoubleFunction;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;
import org.jetbrains.kotlinx.dl.api.core.initializer.Constant;
import org.jetbrains.kotlinx.dl.api.core.initializer.Distribution;
import org.jetbrains.kotlinx.dl.api.core.initializer.GlorotNormal;
import org.jetbrains.kotlinx.dl.api.core.initializer.GlorotUniform;
import org.jetbrains.kotlinx.dl.api.core.initializer.HeNormal;
import org.jetbrains.kotlinx.dl.api.core.initializer.HeUniform;
import org.jetbrains.kotlinx.dl.api.core.initializer.Identity;
import org.jetbrains.kotlinx.dl.api.core.initializer.Initializer;
import org.jetbrains.kotlinx.dl.api.core.initializer.LeCunNormal;
import org.jetbrains.kotlinx.dl.api.core.initializer.LeCunUniform;
import org.jetbrains.kotlinx.dl.api.core.initializer.Mode;
import org.jetbrains.kotlinx.dl.api.core.initializer.Ones;
import org.jetbrains.kotlinx.dl.api.core.initializer.Orthogonal;
import org.jetbrains.kotlinx.dl.api.core.initializer.ParametrizedTruncatedNormal;
import org.jetbrains.kotlinx.dl.api.core.initializer.RandomNormal;
import org.jetbrains.kotlinx.dl.api.core.initializer.RandomUniform;
import org.jetbrains.kotlinx.dl.api.core.initializer.TruncatedNormal;
import org.jetbrains.kotlinx.dl.api.core.initializer.VarianceScaling;
import org.jetbrains.kotlinx.dl.api.core.initializer.Zeros;
import org.jetbrains.kotlinx.dl.api.core.layer.core.Dense;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.op.Ops;

/**
 * KotlinDL's initializers, which TensorFlow 1.15 runs. A kernel is (..., inputs, outputs); its layers count the fans and hand them
 * over, as here.
 */
public final class KotlinDl implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);
    private static final Shape KERNEL = Shape.of(3, 3, 16, 32);

    /** Of a layer whose bias is tried. */
    private static final int INPUTS = 300;

    /** For {@link java.util.ServiceLoader}. */
    public KotlinDl() {}

    @Override
    public String name() {
        return "KotlinDL";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.jetbrains.kotlinx", "kotlin-deeplearning-tensorflow", Initializer.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                limit("GlorotUniform", GlorotUniform::new, "√(6 / (in + out))", f -> Math.sqrt(6 / f.sum())),
                limit("HeUniform", HeUniform::new, "√(6 / in)", f -> Math.sqrt(6 / f.in())),
                limit("LeCunUniform", LeCunUniform::new, "√(3 / in)", f -> Math.sqrt(3 / f.in())),
                deviation("GlorotNormal", GlorotNormal::new, "2 / (in + out)", f -> 2 / f.sum()),
                deviation("HeNormal", HeNormal::new, "2 / in", f -> 2 / f.in()),
                deviation("LeCunNormal", LeCunNormal::new, "1 / in", f -> 1 / f.in()),
                of(
                                "VarianceScaling(2.0, FAN_OUT, UNTRUNCATED_NORMAL, seed)",
                                seed -> new VarianceScaling(2, Mode.FAN_OUT, Distribution.UNTRUNCATED_NORMAL, seed),
                                "VarianceScaling",
                                "normal, variance 2 / out",
                                Laws.normal(Fans::inputsFirst, f -> 2 / f.out()))
                        .on(DENSE, KERNEL),
                of(
                                "Orthogonal(1.0, seed)",
                                seed -> new Orthogonal(1, seed),
                                "Orthogonal",
                                "an orthogonal matrix",
                                haar())
                        .on(
                                Shape.of(20, 20),
                                Shape.of(20, 10),
                                Shape.of(10, 20),
                                Shape.of(3, 3, 4, 8),
                                Shape.of(3, 3, 6, 6)),
                of(
                                "RandomUniform(1.0, 0.0, seed)",
                                seed -> new RandomUniform(1, 0, seed),
                                "RandomUniform",
                                "U[0, 1), its default; Keras's is U[−0.05, 0.05)",
                                always(new ExpectedLaw.Uniform(0, 1)))
                        .on(DENSE),
                of(
                                "RandomUniform(0.05, -0.05, seed)",
                                seed -> new RandomUniform(0.05f, -0.05f, seed),
                                "RandomUniform",
                                "U[−0.05, 0.05)",
                                always(Recipes.symmetricUniform(0.05f)))
                        .on(DENSE),
                of(
                                "RandomNormal(0.0, 1.0, seed)",
                                seed -> new RandomNormal(0, 1, seed),
                                "RandomNormal",
                                "N(0, 1), its default; Keras's is N(0, 0.05²)",
                                always(new ExpectedLaw.Normal(0, 1)))
                        .on(DENSE),
                of(
                                "TruncatedNormal(seed)",
                                TruncatedNormal::new,
                                "TruncatedNormal",
                                "N(0, 1) cut at 2 σ; it has no parameter for σ",
                                always(new ExpectedLaw.TruncatedNormal(0, 1)))
                        .on(DENSE),
                of(
                                "ParametrizedTruncatedNormal(0.0, 0.05, -0.1, 0.1, seed)",
                                seed -> new ParametrizedTruncatedNormal(0, 0.05f, -0.1f, 0.1f, seed),
                                "ParametrizedTruncatedNormal",
                                "N(0, 0.05²) cut at ±0.1",
                                always(new ExpectedLaw.TruncatedNormal(0, 0.05f)))
                        .on(DENSE),
                of(
                                "Identity(2.0)",
                                seed -> new Identity(2),
                                "Identity",
                                "identity matrix times the gain",
                                shape -> Recipes.identity(shape, 2))
                        .on(Shape.of(20, 20), Shape.of(20, 10)),
                Candidate.of(
                                "Dense().biasInitializer, 300 inputs",
                                source(KotlinDl::bias, shape -> new Fans(INPUTS, shape.dim(0))))
                        .documented(
                                "KDoc of HeUniform, Dense's default",
                                link("HeUniform"),
                                "uniform in [−L, L], L = √(6 / in)",
                                always(Recipes.symmetricUniform(Math.sqrt(6.0 / INPUTS))))
                        .on(Shape.of(77))
                        .does("U[0, L)", always(new ExpectedLaw.Uniform(0, Math.sqrt(6.0 / INPUTS)))),
                exact("Zeros()", "Zeros", seed -> new Zeros(), 0),
                exact("Ones()", "Ones", seed -> new Ones(), 1),
                exact("Constant(0.1)", "Constant", seed -> new Constant(0.1f), 0.1f));
    }

    private static Candidate limit(
            String name, LongFunction<Initializer> make, String limit, ToDoubleFunction<Fans> bound) {
        return of(name + "(seed)", make, name, "uniform in [−L, L], L = " + limit, uniform(Fans::inputsFirst, bound))
                .on(DENSE, KERNEL)
                .does("U[0, L)", shape -> new ExpectedLaw.Uniform(0, bound.applyAsDouble(Fans.inputsFirst(shape))));
    }

    private static Candidate deviation(
            String name, LongFunction<Initializer> make, String variance, ToDoubleFunction<Fans> of) {
        return of(
                        name + "(seed)",
                        make,
                        name,
                        "truncated normal, variance " + variance,
                        truncated(Fans::inputsFirst, of))
                .on(DENSE, KERNEL);
    }

    private static Candidate exact(String call, String type, LongFunction<Initializer> make, float value) {
        return of(call, make, type, "the value everywhere", always(new ExpectedLaw.Constant(value)))
                .on(KERNEL);
    }

    /** The default initializer of a dense layer's bias, with another seed than its own, which is 12 in every layer. */
    private static Initializer bias(long seed) {
        VarianceScaling bias = (VarianceScaling) new Dense().getBiasInitializer();
        return new VarianceScaling(bias.getScale(), bias.getMode(), bias.getDistribution(), seed);
    }

    private static Candidate of(
            String call, LongFunction<Initializer> make, String type, String says, Function<Shape, ExpectedLaw> law) {
        return Candidate.of(call, source(make)).documented("KDoc of " + type, link(type), says, law);
    }

    /** The KDoc of the released version: Dokka writes a capital as a hyphen and the small letter. */
    private static String link(String type) {
        String page = type.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
        return "https://kotlin.github.io/kotlindl/tensorflow/org.jetbrains.kotlinx.dl.api.core.initializer/" + page
                + "/index.html";
    }

    private static Candidate.Source source(LongFunction<Initializer> make) {
        return source(make, Fans::inputsFirst);
    }

    private static Candidate.Source source(LongFunction<Initializer> make, Function<Shape, Fans> count) {
        return (shape, seed) -> {
            Fans fans = count.apply(shape);
            try (Graph graph = new Graph();
                    Session session = new Session(graph)) {
                Ops tf = Ops.create(graph);
                var weights = make.apply(seed)
                        .initialize((int) fans.in(), (int) fans.out(), tf, tf.constant(shape.toArray()), "weights");
                try (Tensor<?> tensor =
                        session.runner().fetch(weights.asOutput()).run().get(0)) {
                    FloatBuffer values = FloatBuffer.allocate(tensor.numElements());
                    tensor.writeTo(values);
                    return Drawn.of(tensor.shape(), values.array());
                }
            }
        };
    }
}
