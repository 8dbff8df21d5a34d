// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.initium.Tensor;
import org.initium.io.Npy;
import org.initium.io.SafeTensors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Weights from a file, as floats. Numbers of 64 bits are rounded, and refused where that would leave something else: infinities of
 * what is finite, or zeros and subnormal floats of few bits, which would then be said of weights that have none.
 */
final class WeightsFile {
    private static final JsonMapper JSON = new JsonMapper();

    private WeightsFile() {}

    /**
     * Reads a tensor.
     *
     * @param name which of a .safetensors file; {@code null} if it is the only one
     * @throws IllegalArgumentException if the file's name has another ending, it has no such tensor, or a number of 64 bits is out of a
     *     float's range
     * @throws IOException if the file cannot be read or is damaged
     */
    static Tensor read(Path file, String name) throws IOException {
        if (file.toString().endsWith(".npy")) {
            if (name != null) {
                throw new IllegalArgumentException(
                        "--tensor " + name + ": a .npy file has one tensor without a name, expected no such option");
            }
            Tensor read = Npy.read(file);
            if (isExtreme(read.data())) {
                double[] exact = Npy.readDoubles(file).data();
                for (int i = 0; i < exact.length; i++) {
                    requireRange(file, i, read.data()[i], exact[i]);
                }
            }
            return read;
        }
        if (!file.toString().endsWith(".safetensors")) {
            throw new IllegalArgumentException(file + ": expected a name that ends in .npy or .safetensors");
        }
        Map<String, Tensor> tensors = SafeTensors.read(file).tensors();
        boolean only = name == null && tensors.size() == 1;
        String found = only ? tensors.keySet().iterator().next() : name;
        if (!tensors.containsKey(found)) {
            throw new IllegalArgumentException(file + ": "
                    + (name == null ? "has " + tensors.size() + " tensors" : "has no tensor '" + name + "'")
                    + ", expected --tensor with one of " + String.join(", ", tensors.keySet()));
        }
        Tensor read = tensors.get(found);
        if (isExtreme(read.data())) {
            requireRange(file, found, read.data());
        }
        return read;
    }

    /** Whether an element may have been out of a float's range before it was rounded. */
    private static boolean isExtreme(float[] data) {
        for (float x : data) {
            if (Float.isInfinite(x) || Math.abs(x) <= Float.MIN_NORMAL) {
                return true;
            }
        }
        return false;
    }

    /** Reads the tensor once more, of a file that was found to be sound, as it was before it was rounded. */
    private static void requireRange(Path file, String name, float[] rounded) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int length = (int) Long.reverseBytes(in.readLong());
            JsonNode entry = JSON.readTree(in.readNBytes(length)).get(name);
            if (entry.get("dtype").asString().equals("F64")) {
                in.skipNBytes(entry.get("data_offsets").get(0).asLong());
                for (int i = 0; i < rounded.length; i++) {
                    requireRange(file, i, rounded[i], Double.longBitsToDouble(Long.reverseBytes(in.readLong())));
                }
            }
        }
    }

    private static void requireRange(Path file, int i, float rounded, double x) {
        boolean above = Double.isFinite(x) && Float.isInfinite(rounded);
        boolean below = Math.abs(x) < Float.MIN_NORMAL && rounded != x;
        if (above || below) {
            throw new IllegalArgumentException(file + ": element " + i + " is " + x
                    + ", expected 0 or a magnitude from 1.2e-38 to 3.4e38, as 32-bit floats have");
        }
    }
}
