// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.dl4j;

import static org.initium.peers.Laws.always;
import static org.initium.peers.Laws.haar;
import static org.initium.peers.Laws.truncated;
import static org.initium.peers.Laws.uniform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.deeplearning4j.nn.modelimport.keras.config.Keras2LayerConfiguration;
import org.deeplearning4j.nn.modelimport.keras.utils.KerasInitilizationUtils;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/**
 * What Deeplearning4j's import of Keras models makes of the initializers in them, which are given as Keras 3 stores them: the
 * weights of a model that is to be trained anew.
 */
public final class KerasImport implements Peer {
    private static final Shape DENSE = Shape.of(300, 77);
    private static final int KERAS_2 = 2;

    /** For {@link java.util.ServiceLoader}. */
    public KerasImport() {}

    @Override
    public String name() {
        return "Deeplearning4j, import of Keras models";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("org.deeplearning4j", "deeplearning4j-modelimport", KerasInitilizationUtils.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(
                of(
                        "VarianceScaling",
                        Map.of("scale", 2.0, "mode", "fan_in", "distribution", "truncated_normal"),
                        "truncated normal, variance 2 / in",
                        truncated(Weights::fans, f -> 2 / f.in()),
                        "U[−L, L], L = 2 · 3 / √in",
                        uniform(Weights::fans, f -> 6 / Math.sqrt(f.in()))),
                of(
                        "VarianceScaling",
                        Map.of("scale", 2.0, "mode", "fan_avg", "distribution", "untruncated_normal"),
                        "normal, variance 4 / (in + out)",
                        Laws.normal(Weights::fans, f -> 4 / f.sum()),
                        "U[−L, L], L = 2 · 3 / √((in + out) / 2)",
                        uniform(Weights::fans, f -> 6 / Math.sqrt(f.sum() / 2))),
                of(
                        "VarianceScaling",
                        Map.of("scale", 2.0, "mode", "fan_out", "distribution", "uniform"),
                        "uniform in [−L, L], L = √(6 / out)",
                        uniform(Weights::fans, f -> Math.sqrt(6 / f.out())),
                        "U[−L, L], L = 2 · 3 / √out",
                        uniform(Weights::fans, f -> 6 / Math.sqrt(f.out()))),
                of(
                        "GlorotUniform",
                        Map.of(),
                        "uniform in [−L, L], L = √(6 / (in + out))",
                        uniform(Weights::fans, f -> Math.sqrt(6 / f.sum())),
                        "",
                        null),
                of(
                        "HeUniform",
                        Map.of(),
                        "uniform in [−L, L], L = √(6 / in)",
                        uniform(Weights::fans, f -> Math.sqrt(6 / f.in())),
                        "",
                        null),
                of(
                        "LecunUniform",
                        Map.of(),
                        "uniform in [−L, L], L = √(3 / in)",
                        uniform(Weights::fans, f -> Math.sqrt(3 / f.in())),
                        "U[−L, L], L = 3 / √in",
                        uniform(Weights::fans, f -> 3 / Math.sqrt(f.in()))),
                untruncated("GlorotNormal", "2 / (in + out)", f -> 2 / f.sum()),
                untruncated("HeNormal", "2 / in", f -> 2 / f.in()),
                untruncated("LecunNormal", "1 / in", f -> 1 / f.in()),
                of(
                        "RandomUniform",
                        Map.of("minval", -0.05, "maxval", 0.05),
                        "U[−0.05, 0.05)",
                        always(Recipes.symmetricUniform(0.05)),
                        "",
                        null),
                of(
                        "RandomNormal",
                        Map.of("mean", 0.0, "stddev", 0.05),
                        "N(0, 0.05²)",
                        always(new ExpectedLaw.Normal(0, 0.05)),
                        "",
                        null),
                of(
                                "TruncatedNormal",
                                Map.of("mean", 0.0, "stddev", 0.05),
                                "N(0, 0.05²) cut at 2 σ",
                                always(new ExpectedLaw.TruncatedNormal(0, 0.05)),
                                "",
                                null)
                        .doesBesidesZeros(
                                "some are 0, the others as it says", always(new ExpectedLaw.TruncatedNormal(0, 0.05))),
                of("Orthogonal", Map.of("gain", 1.0), "random orthogonal", haar(), "", null)
                        .on(Shape.of(6, 4)),
                of("Zeros", Map.of(), "0 everywhere", always(new ExpectedLaw.Constant(0)), "", null),
                of("Ones", Map.of(), "1 everywhere", always(new ExpectedLaw.Constant(1)), "", null),
                of(
                        "Constant",
                        Map.of("value", 0.1),
                        "0.1 everywhere",
                        always(new ExpectedLaw.Constant(0.1f)),
                        "",
                        null));
    }

    private static Candidate untruncated(String name, String variance, ToDoubleFunction<Fans> of) {
        return of(
                name,
                Map.of(),
                "truncated normal, variance " + variance,
                truncated(Weights::fans, of),
                "normal of this variance, not truncated",
                Laws.normal(Weights::fans, of));
    }

    private static Candidate of(
            String name,
            Map<String, Object> config,
            String says,
            Function<Shape, ExpectedLaw> law,
            String does,
            Function<Shape, ExpectedLaw> actual) {
        String distribution = config.containsKey("distribution") ? " " + config.get("distribution") : "";
        return Candidate.of(name + distribution, Weights.source(shape -> imported(name, config)))
                .named("Keras, of " + name, Laws.KERAS, says, law)
                .on(DENSE)
                .does(does, actual);
    }

    /** The initializer of a layer that is imported for training. */
    private static IWeightInit imported(String name, Map<String, Object> config) {
        Map<String, Object> init = new HashMap<>();
        init.put("class_name", name);
        init.put("config", new HashMap<>(config));
        Map<String, Object> inner = new HashMap<>();
        inner.put("kernel_initializer", init);
        Map<String, Object> layer = new HashMap<>();
        layer.put("class_name", "Dense");
        layer.put("config", inner);
        try {
            return KerasInitilizationUtils.getWeightInitFromConfig(
                    layer, "kernel_initializer", true, new Keras2LayerConfiguration(), KERAS_2);
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }
}
