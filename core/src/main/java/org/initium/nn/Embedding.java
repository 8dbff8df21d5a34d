// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.List;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.nn.kernel.EmbeddingKernel;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;

/**
 * A table of vectors, looked up for each token of a sample and averaged: Keras's {@code Embedding} followed by
 * {@code GlobalAveragePooling1D}.
 *
 * <p>The input holds token ids as floats, which is exact for the 2^24 ids that a table may have. A step reads and writes
 * only the rows of the table that occur in its batch.
 */
public final class Embedding implements Layer {
    /** Largest table: beyond 2^24 a float no longer tells neighbouring ids apart. */
    private static final int MAX_VOCABULARY = 1 << 24;
    /** Half-width of the uniform law that {@code keras.layers.Embedding} begins with by default. */
    private static final double DEFAULT_LIMIT = 0.05;

    private static final EmbeddingKernel KERNEL = EmbeddingKernel.create();

    private final int vocabulary;
    private final int dim;
    private final int tokens;
    private final Parameter table;

    /**
     * A layer with these vectors.
     *
     * @param table (vocabulary, dim)
     * @param tokens token ids per sample, 1 or more
     * @throws IllegalArgumentException if the shape is not of this form, a dimension is 0 or the vocabulary exceeds 2^24, or
     *     {@code tokens} is below 1
     */
    public Embedding(Parameter table, int tokens) {
        Shape shape = table.shape();
        if (shape.rank() != 2 || shape.size() == 0 || shape.dim(0) > MAX_VOCABULARY) {
            throw new IllegalArgumentException(
                    "table has shape " + shape + ", expected (vocabulary, dim) with both above 0 and at most 2^24 ids");
        }
        if (tokens < 1) {
            throw new IllegalArgumentException("tokens is " + tokens + ", expected 1 or more");
        }
        this.vocabulary = shape.dim(0);
        this.dim = shape.dim(1);
        this.tokens = tokens;
        this.table = table;
        table.gradientRows().track();
    }

    /**
     * A layer whose vectors begin as the initializer says, drawn from {@code key.child(0)}.
     *
     * @throws IllegalArgumentException if a size is out of the constructor's ranges, or the initializer does not apply
     */
    public static Embedding create(int vocabulary, int dim, int tokens, Initializer initializer, Key key) {
        return create(vocabulary, dim, tokens, initializer, Samplers.of(key.child(0)));
    }

    /**
     * A layer whose vectors begin as the initializer says, on these draws.
     *
     * @throws IllegalArgumentException if a size is out of the constructor's ranges, or the initializer does not apply
     */
    public static Embedding create(int vocabulary, int dim, int tokens, Initializer initializer, Sampler draws) {
        Shape shape = Shape.of(vocabulary, dim);
        float[] value = initializer.create(shape, draws);
        return new Embedding(new Parameter("embeddings", shape, value), tokens);
    }

    /**
     * A layer whose vectors begin as Keras's do by default, uniform on [-0.05, 0.05), drawn from {@code key.child(0)}.
     *
     * @throws IllegalArgumentException if a size is out of the constructor's ranges
     */
    public static Embedding create(int vocabulary, int dim, int tokens, Key key) {
        Shape shape = Shape.of(vocabulary, dim);
        float[] value = new float[shape.intSize()];
        Samplers.of(key.child(0)).uniform(-DEFAULT_LIMIT, DEFAULT_LIMIT, Slice.all(shape), value, 0);
        return new Embedding(new Parameter("embeddings", shape, value), tokens);
    }

    @Override
    public String name() {
        return "embedding";
    }

    /** Tokens per sample. */
    @Override
    public int inputSize() {
        return tokens;
    }

    /** Length of a vector. */
    @Override
    public int outputSize() {
        return dim;
    }

    /** The table. */
    @Override
    public List<Parameter> parameters() {
        return List.of(table);
    }

    /** False: the output is no continuous function of the ids. */
    @Override
    public boolean hasInputGradient() {
        return false;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException if an id is not a whole number of the vocabulary; {@code y} is not touched then
     */
    @Override
    public void forward(int batch, float[] x, float[] y) {
        checkIds(batch, x);
        for (int at = 0; at < batch * tokens; at++) {
            table.settle((int) x[at]);
        }
        KERNEL.average(batch, tokens, dim, x, table.settledValue(), y);
    }

    @Override
    public void backward(int batch, float[] x, float[] y, float[] dy, float[] dx) {
        assert dx == null : "token ids have no gradient";
        table.clearGradient();
        RowSet rows = table.gradientRows();
        for (int at = 0; at < batch * tokens; at++) {
            rows.add((int) x[at]);
        }
        KERNEL.spread(batch, tokens, dim, x, dy, table.namedGradient());
    }

    private void checkIds(int batch, float[] x) {
        for (int at = 0; at < batch * tokens; at++) {
            int id = (int) x[at];
            if (id != x[at] || id < 0 || id >= vocabulary) { // A NaN becomes 0, which differs from it.
                throw new IllegalArgumentException("token " + at % tokens + " of sample " + at / tokens + " has id "
                        + x[at] + ", expected a whole number from 0 to " + (vocabulary - 1));
            }
        }
    }
}
