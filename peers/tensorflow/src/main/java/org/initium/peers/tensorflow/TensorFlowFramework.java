// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.tensorflow;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.haar;
import static org.initium.peers.Laws.truncated;
import static org.initium.peers.Laws.uniform;

import java.util.List;
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
import org.tensorflow.EagerSession;
import org.tensorflow.framework.initializers.Constant;
import org.tensorflow.framework.initializers.Glorot;
import org.tensorflow.framework.initializers.He;
import org.tensorflow.framework.initializers.Identity;
import org.tensorflow.framework.initializers.Initializer;
import org.tensorflow.framework.initializers.LeCun;
import org.tensorflow.framework.initializers.Ones;
import org.tensorflow.framework.initializers.Orthogonal;
import org.tensorflow.framework.initializers.RandomNormal;
import org.tensorflow.framework.initializers.RandomUniform;
import org.tensorflow.framework.initializers.TruncatedNormal;
import org.tensorflow.framework.initializers.VarianceScaling;
import org.tensorflow.framework.initializers.VarianceScaling.Distribution;
import org.tensorflow.framework.initializers.VarianceScaling.Mode;
import org.tensorflow.framework.initializers.Zeros;
import org.tensorflow.op.Ops;
import org.tensorflow.types.TFloat32;

/** {@code org.tensorflow.framework.initializers}, eager. A kernel is (..., inputs, outputs). */
public final class TensorFlowFramework implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);
    private static final Shape KERNEL = Shape.of(3, 3, 16, 32);

    /** For {@link java.util.ServiceLoader}. */
    public TensorFlowFramework() {}

    @Override
    public String name() {
        return "TensorFlow for Java, framework";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.tensorflow", "tensorflow-framework", Glorot.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                limit(
                        "Glorot",
                        Glorot.class,
                        seed -> new Glorot<>(Distribution.UNIFORM, seed),
                        "√(6 / (in + out))",
                        f -> Math.sqrt(6 / f.sum())),
                limit(
                        "He",
                        He.class,
                        seed -> new He<>(Distribution.UNIFORM, seed),
                        "√(6 / in)",
                        f -> Math.sqrt(6 / f.in())),
                limit(
                        "LeCun",
                        LeCun.class,
                        seed -> new LeCun<>(Distribution.UNIFORM, seed),
                        "√(3 / in)",
                        f -> Math.sqrt(3 / f.in())),
                deviation(
                        "Glorot",
                        Glorot.class,
                        seed -> new Glorot<>(Distribution.TRUNCATED_NORMAL, seed),
                        "2 / (in + out)",
                        f -> 2 / f.sum()),
                deviation(
                        "He",
                        He.class,
                        seed -> new He<>(Distribution.TRUNCATED_NORMAL, seed),
                        "2 / in",
                        f -> 2 / f.in()),
                deviation(
                        "LeCun",
                        LeCun.class,
                        seed -> new LeCun<>(Distribution.TRUNCATED_NORMAL, seed),
                        "1 / in",
                        f -> 1 / f.in()),
                Candidate.of(
                                "new VarianceScaling<>(2, FAN_OUT, NORMAL, seed)",
                                source(seed -> new VarianceScaling<>(2, Mode.FAN_OUT, Distribution.NORMAL, seed)))
                        .documented(
                                "Javadoc of VarianceScaling",
                                link(VarianceScaling.class),
                                "normal, variance 2 / out",
                                Laws.normal(Fans::inputsFirst, f -> 2 / f.out()))
                        .on(DENSE, KERNEL)
                        .does("out counts the inputs twice", Laws.normal(TensorFlowFramework::fans, f -> 2 / f.out())),
                orthogonal("new Orthogonal<>(seed)"),
                Candidate.of("new RandomUniform<>(seed)", source(RandomUniform::new))
                        .documented(
                                "Javadoc of RandomUniform",
                                link(RandomUniform.class),
                                "U[−0.05, 0.05)",
                                always(Recipes.symmetricUniform(0.05)))
                        .on(DENSE),
                Candidate.of("new RandomNormal<>(seed)", source(RandomNormal::new))
                        .documented(
                                "Javadoc of RandomNormal",
                                link(RandomNormal.class),
                                "N(0, 1); Keras's default is 0.05",
                                always(new ExpectedLaw.Normal(0, 1)))
                        .on(DENSE),
                Candidate.of("new TruncatedNormal<>(seed)", source(TruncatedNormal::new))
                        .documented(
                                "Javadoc of TruncatedNormal",
                                link(TruncatedNormal.class),
                                "N(0, 0.05²) cut at 2 σ",
                                always(new ExpectedLaw.TruncatedNormal(0, 0.05)))
                        .on(DENSE),
                Candidate.of("new Identity<>(2)", source(seed -> new Identity<>(2)))
                        .documented(
                                "Javadoc of Identity",
                                link(Identity.class),
                                "identity matrix times the gain",
                                shape -> Recipes.identity(shape, 2))
                        .on(Shape.of(20, 20), Shape.of(20, 10)),
                exact("new Zeros<>()", Zeros.class, seed -> new Zeros<>(), 0),
                exact("new Ones<>()", Ones.class, seed -> new Ones<>(), 1),
                exact("new Constant<>(0.1)", Constant.class, seed -> new Constant<>(0.1), 0.1f));
    }

    private Candidate limit(
            String name,
            Class<?> type,
            LongFunction<Initializer<TFloat32>> make,
            String limit,
            ToDoubleFunction<Fans> bound) {
        return Candidate.of("new " + name + "<>(UNIFORM, seed)", source(make))
                .documented(
                        "Javadoc of " + name,
                        link(type),
                        "uniform in [−L, L], L = " + limit,
                        uniform(Fans::inputsFirst, bound))
                .on(DENSE, KERNEL)
                .does(
                        "U[0, L); in a kernel of rank 3 or more both fans count the inputs twice",
                        shape -> new ExpectedLaw.Uniform(0, bound.applyAsDouble(fans(shape))));
    }

    private Candidate deviation(
            String name,
            Class<?> type,
            LongFunction<Initializer<TFloat32>> make,
            String variance,
            ToDoubleFunction<Fans> of) {
        return Candidate.of("new " + name + "<>(TRUNCATED_NORMAL, seed)", source(make))
                .documented(
                        "Javadoc of " + name,
                        link(type),
                        "truncated normal, variance " + variance,
                        truncated(Fans::inputsFirst, of))
                .on(DENSE, KERNEL)
                .does(
                        "in a kernel of rank 3 or more both fans count the inputs twice",
                        truncated(TensorFlowFramework::fans, of));
    }

    private Candidate orthogonal(String call) {
        return Candidate.of(call, source(Orthogonal::new))
                .documented(
                        "Javadoc of Orthogonal",
                        link(Orthogonal.class),
                        "orthogonal columns, or rows if there are fewer; of rank above 2 as a matrix, reshaped",
                        haar())
                .on(Shape.of(20, 20), Shape.of(20, 10), Shape.of(10, 20), Shape.of(3, 3, 4, 8));
    }

    private Candidate exact(String call, Class<?> type, LongFunction<Initializer<TFloat32>> make, float value) {
        return Candidate.of(call, source(make))
                .documented(
                        "Javadoc of " + type.getSimpleName(),
                        link(type),
                        "the value everywhere",
                        always(new ExpectedLaw.Constant(value)))
                .on(KERNEL);
    }

    private String link(Class<?> type) {
        return artifact().javadoc(type);
    }

    /** The fans as {@code VarianceScaling.computeFans} has them: its receptive field takes in the inputs' dimension. */
    private static Fans fans(Shape shape) {
        Fans fans = Fans.inputsFirst(shape);
        return shape.rank() <= 2 ? fans : new Fans(fans.in() * shape.dim(-2), fans.out() * shape.dim(-2));
    }

    private static Candidate.Source source(LongFunction<Initializer<TFloat32>> make) {
        return (shape, seed) -> {
            try (EagerSession session = EagerSession.create()) {
                Ops tf = Ops.create(session);
                TFloat32 tensor = make.apply(seed)
                        .call(tf, tf.constant(Candidate.dims(shape)), TFloat32.class)
                        .asTensor();
                float[] values = new float[Math.toIntExact(tensor.size())];
                tensor.asRawTensor().data().asFloats().read(values);
                return Drawn.of(tensor.shape().asArray(), values);
            }
        };
    }
}
