// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.initium.Tensor;
import org.initium.io.SafeTensors;
import org.initium.nn.Parameter;
import org.initium.nn.Sequential;
import org.initium.nn.Sgd;

/**
 * A model on disk and what it takes to go on as if the run had never stopped.
 *
 * <p>In a .safetensors file the weights have the names that Keras gives them, {@code dense/kernel}; velocities, if there are
 * any, follow as {@code velocity/dense/kernel}. Epochs, updates and the seed are metadata.
 *
 * @param tensors weights and velocities by name
 * @param epochs epochs that the model was trained for; 0 if the file does not say
 * @param iterations updates made; 0 if the file does not say
 * @param seed seed of the run; null if the file does not say
 */
record Checkpoint(Map<String, Tensor> tensors, int epochs, long iterations, Long seed) {
    private static final String VELOCITY = "velocity/";
    private static final String EPOCHS = "initium.epochs";
    private static final String ITERATIONS = "initium.iterations";
    private static final String SEED = "initium.seed";

    /**
     * Reads a file that this or another program wrote.
     *
     * @throws IOException if it is malformed
     */
    static Checkpoint read(Path file) throws IOException {
        SafeTensors.Contents contents = SafeTensors.read(file);
        Map<String, String> metadata = contents.metadata();
        long epochs = number(file, metadata, EPOCHS, Integer.MAX_VALUE);
        long iterations = number(file, metadata, ITERATIONS, Long.MAX_VALUE);
        Long seed = metadata.containsKey(SEED) ? signed(file, SEED, metadata.get(SEED)) : null;
        return new Checkpoint(contents.tensors(), (int) epochs, iterations, seed);
    }

    /** Writes the model and the state of its optimizer. */
    static void write(Path file, Sequential model, Sgd sgd, int epochs, long seed) throws IOException {
        Map<String, Tensor> tensors = new LinkedHashMap<>();
        model.named().forEach((name, p) -> tensors.put(name, new Tensor(p.shape(), p.value())));
        Iterator<float[]> velocities = sgd.velocities().iterator();
        model.named().forEach((name, p) -> {
            if (velocities.hasNext()) {
                tensors.put(VELOCITY + name, new Tensor(p.shape(), velocities.next()));
            }
        });
        Map<String, String> metadata = new LinkedHashMap<>();
        metadata.put(EPOCHS, Integer.toString(epochs));
        metadata.put(ITERATIONS, Long.toString(sgd.iterations()));
        metadata.put(SEED, Long.toString(seed));
        SafeTensors.write(file, tensors, metadata);
    }

    /**
     * Copies the state into a model and its optimizer.
     *
     * @param file what messages call it
     * @return whether nothing is lost: false if the optimizer has velocities and the file has none
     * @throws IllegalArgumentException if the file's weights are not those of the model
     */
    boolean restore(Path file, Sequential model, Sgd sgd) {
        Map<String, Parameter> parameters = model.named();
        for (String name : tensors.keySet()) {
            String weight = name.startsWith(VELOCITY) ? name.substring(VELOCITY.length()) : name;
            if (!parameters.containsKey(weight)) {
                throw new IllegalArgumentException(
                        file + " has a tensor " + name + ", but --layers makes only " + parameters.keySet());
            }
        }
        parameters.forEach((name, p) -> copy(file, name, p, p.value()));
        sgd.resumeAt(iterations);
        boolean complete = true;
        Iterator<float[]> velocities = sgd.velocities().iterator();
        for (Map.Entry<String, Parameter> entry : parameters.entrySet()) {
            if (velocities.hasNext()) {
                float[] velocity = velocities.next();
                if (tensors.containsKey(VELOCITY + entry.getKey())) {
                    copy(file, VELOCITY + entry.getKey(), entry.getValue(), velocity);
                } else {
                    complete = false;
                }
            }
        }
        return complete;
    }

    private void copy(Path file, String name, Parameter parameter, float[] to) {
        Tensor tensor = tensors.get(name);
        if (tensor == null) {
            throw new IllegalArgumentException(
                    file + " has no tensor " + name + ", which --layers asks for; it has " + tensors.keySet());
        }
        if (!tensor.shape().equals(parameter.shape())) {
            throw new IllegalArgumentException(file + ": " + name + " has shape " + tensor.shape() + ", expected "
                    + parameter.shape() + " by --layers");
        }
        System.arraycopy(tensor.data(), 0, to, 0, to.length);
    }

    private static long number(Path file, Map<String, String> metadata, String name, long largest) throws IOException {
        long value = signed(file, name, metadata.getOrDefault(name, "0"));
        if (value < 0 || value > largest) {
            throw new IOException(file + ": metadata " + name + " is " + value + ", expected 0 to " + largest);
        }
        return value;
    }

    private static long signed(Path file, String name, String text) throws IOException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IOException(file + ": metadata " + name + " is '" + text + "', expected a whole number", e);
        }
    }
}
