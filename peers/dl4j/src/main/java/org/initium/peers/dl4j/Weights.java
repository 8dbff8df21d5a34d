// SPDX-License-Identifier: Apache-2.0
package org.initium.peers.dl4j;

import java.util.function.Function;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.initium.Shape;
import org.initium.peers.Candidate;
import org.initium.peers.Candidate.Drawn;
import org.initium.peers.Fans;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Weights by Deeplearning4j, whose layers count the fans and hand them over, as here. */
final class Weights {
    private Weights() {}

    /** The fans of a dense layer's weights, (inputs, outputs), and of a convolution's, (outputs, inputs, height, width). */
    static Fans fans(Shape shape) {
        return shape.rank() == 2 ? Fans.inputsFirst(shape) : Fans.outputsFirst(shape);
    }

    /** Draws by this initializer; its generator is one for all and takes the seed first. */
    static Candidate.Source source(Function<Shape, IWeightInit> init) {
        return (shape, seed) -> {
            Fans fans = fans(shape);
            Nd4j.getRandom().setSeed(seed);
            INDArray view = Nd4j.create(DataType.FLOAT, shape.size());
            INDArray weights = init.apply(shape)
                    .init(fans.in(), fans.out(), Candidate.dims(shape), IWeightInit.DEFAULT_WEIGHT_INIT_ORDER, view);
            return Drawn.of(weights.shape(), weights.dup('c').data().asFloat());
        };
    }
}
