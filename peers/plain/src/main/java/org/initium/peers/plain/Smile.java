// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.plain;

import static org.initium.peers.Laws.uniform;

import java.util.List;
import org.initium.Shape;
import org.initium.peers.Artifact;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Fans;
import org.initium.peers.Laws;
import org.initium.peers.Peer;
import smile.math.MathEx;
import smile.model.mlp.Layer;

/** The weights (outputs, inputs) of a layer of Smile's multilayer perceptron. */
public final class Smile implements Peer {
    /** For {@link java.util.ServiceLoader}. */
    public Smile() {}

    @Override
    public String name() {
        return "Smile, multilayer perceptron";
    }

    @Override
    public Artifact artifact() {
        return new Artifact("com.github.haifengl", "smile-core", Layer.class);
    }

    @Override
    public List<Candidate> candidates() {
        return List.of(Candidate.of("Layer.rectifier(out).build(in)", Smile::draw)
                .named(
                        "Glorot and Bengio (2010), eq. 16",
                        Laws.GLOROT,
                        "uniform in [−L, L], L = √(6 / (in + out))",
                        uniform(Fans::outputsFirst, f -> Math.sqrt(6 / f.sum())))
                .on(Shape.of(77, 300)));
    }

    private static Drawn draw(Shape shape, long seed) {
        MathEx.setSeed(seed);
        var weights = Layer.rectifier(shape.dim(0)).build(shape.dim(1)).weight();
        float[] values = new float[shape.dim(0) * shape.dim(1)];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) weights.get(i / shape.dim(1), i % shape.dim(1));
        }
        return new Drawn(Shape.of(weights.nrow(), weights.ncol()), values);
    }
}
