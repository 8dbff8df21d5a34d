// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32;
import org.initium.Shape;
import org.initium.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WeightsH5Test {
    @TempDir
    private Path folder;

    /** CRCs: {@code zlib.crc32} of each variable's bytes in Keras, when the files were recorded. */
    @ParameterizedTest
    @CsvSource({
        "mlp.weights.h5, dense, kernel, '64,32', b8a01e28",
        "mlp.weights.h5, dense, bias, '32', c2a8fa9d",
        "mlp.weights.h5, dense_1, kernel, '32,10', fa20944d",
        "mlp.weights.h5, dense_1, bias, '10', e9ec3db1",
        "embedding.weights.h5, embedding, embeddings, '50,8', dd672f0a",
        "embedding.weights.h5, dense, kernel, '8,4', 79820bd3",
        "embedding.weights.h5, dense, bias, '4', ecbb4b55",
    })
    void readsTheFloatsThatKerasWrote(String file, String layer, String weight, String shape, String crc)
            throws IOException {
        KerasWeights weights = KerasWeights.read(Resources.file(file));
        Tensor tensor = weights.layers()
                .get(LayerName.parse(layer).orElseThrow())
                .tensors()
                .get(weight);
        assertThat(tensor.shape()).isEqualTo(Shape.parse(shape));
        ByteBuffer bytes =
                ByteBuffer.allocate(tensor.data().length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(tensor.data());
        CRC32 sum = new CRC32();
        sum.update(bytes);
        assertThat(Long.toHexString(sum.getValue())).isEqualTo(crc);
    }

    /** With what an optimizer, an activation and a dropout layer leave there. */
    @Test
    void passesOverWhatIsNoWeight() throws IOException {
        KerasWeights weights = KerasWeights.read(Resources.file("trained.weights.h5"));
        assertThat(weights.layers().keySet()).map(LayerName::toString).containsExactly("dense", "dense_1");
        assertThat(weights.of(LayerName.Kind.DENSE))
                .map(KerasWeights.Layer::title)
                .containsExactly("layers/dense ('first')", "layers/dense_1");
    }

    @Test
    void readsOtherFloats() throws IOException {
        List<KerasWeights.Layer> layers =
                KerasWeights.read(Resources.file("big_endian.weights.h5")).of(LayerName.Kind.DENSE);
        assertThat(layers.get(0).tensors().get("kernel").data()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(layers.get(0).tensors().get("bias").data()).containsExactly(-1, 0.5f, 2);
        assertThat(KerasWeights.read(Resources.file("float64.weights.h5")).layers())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "whole.keras | is a zip archive, as whole models in .keras files are; expected weights",
                "legacy.h5 | is in Keras's legacy HDF5 format, expected weights",
                "mlp.x.npy | is no HDF5 file",
                "none.weights.h5 | none.weights.h5",
                "normalization.weights.h5 | layers/layer_normalization has weights, expected only dense and embedding",
                "float16.weights.h5 | kernel is of type FloatingPoint of 16 bits, expected floats of 32 or 64 bits",
                "unbiased.weights.h5 | has no bias, expected [kernel, bias]",
                "chunked.weights.h5 | layers/dense: kernel is compressed or in chunks, expected a dataset in one piece",
                "linked.weights.h5 | layers/dense: kernel is a link, expected a dataset",
            })
    void refusesEverythingElse(String name, String message) {
        assertThatThrownBy(() -> WeightsH5.read(Resources.file(name)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(Resources.file(name).toString())
                .hasMessageContaining(message);
    }

    @Test
    void refusesWeightsThatDoNotGoTogether() throws IOException {
        Tensor kernel = Resources.tensor(1, 4, 3);
        Tensor bias = Resources.tensor(2, 3);
        assertRefused(new Hdf5Group(), "found no group /layers");
        assertRefused(new Hdf5Group().put("layers", kernel), "/layers is no group");
        assertRefused(new Hdf5Group().put("layers", new Hdf5Group()), "found no weights");
        assertRefused(layer("dense", vars(kernel, bias).put("2", bias)), "layers/dense has a weight 2, expected only");
        assertRefused(layer("dense", vars(kernel, Resources.tensor(2, 4))), "bias of shape (4,), expected (3,)");
        assertRefused(layer("dense", vars(bias, bias)), "kernel of shape (3,), expected rank 2");
        assertRefused(layer("dense", vars(Resources.tensor(1, 0, 3), bias)), "kernel of shape (0, 3)");
        assertRefused(layer("embedding", vars(kernel, bias)), "layers/embedding has a weight 1");
        assertRefused(layer("dense", new Hdf5Group()), "layers/dense has no kernel");
        assertRefused(layer("dense_0", vars(kernel, bias)), "layers/dense_0 has weights");
        assertRefused(
                layer("dense", vars(kernel, bias)).put("vars", new Hdf5Group().put("0", bias)),
                "the model itself has weights");
        assertRefused(
                layer("dense", vars(kernel, bias)).put("hidden", new Hdf5Group().put("vars", vars(kernel, bias))),
                "found a group hidden, as in a subclassed model; expected a sequential or functional one");
    }

    /** Names of Keras's classes, the second of its kind with a number. */
    @ParameterizedTest
    @CsvSource({"dropout", "dropout_1", "re_lu", "activation_12", "spatial_dropout1d", "global_average_pooling1d_1"})
    void passesOverLayersThatChangeNothing(String name) throws IOException {
        Path file = folder.resolve("a.weights.h5");
        Hdf5Writer.write(file, besides(name));
        assertThat(WeightsH5.read(file).layers()).hasSize(1);
    }

    /** A prediction without them would be wrong. */
    @ParameterizedTest
    @ValueSource(strings = {"rescaling", "add_1", "global_max_pooling1d", "leaky_re_lu", "elu", "lambda", "my_dropout"})
    void refusesLayersThatItDoesNotCompute(String name) throws IOException {
        assertRefused(besides(name), "layers/" + name + " is not computed here, expected dense and embedding layers");
    }

    /** As Keras lists {@code [d, d, Dense(10)]}. */
    @Test
    void refusesALayerThatIsThereTwice() throws IOException {
        Hdf5Group vars = vars(Resources.tensor(1, 3, 3), Resources.tensor(2, 3));
        Hdf5Group second = new Hdf5Group().put("vars", vars(Resources.tensor(3, 3, 2), Resources.tensor(4, 2)));
        Hdf5Group layers =
                new Hdf5Group().put("dense", new Hdf5Group().put("vars", vars)).put("dense_2", second);
        assertRefused(
                new Hdf5Group().put("layers", layers), "found layers/dense_2 but no layers/dense_1, as in a model");
    }

    /** Every truncation, and each byte that is no weight changed: read, or refused in one line; nothing else. */
    @ParameterizedTest
    @ValueSource(strings = {"ours", "keras"})
    void survivesDamage(String writer) throws IOException {
        Path valid = folder.resolve("valid");
        Hdf5Writer.write(valid, layer("dense", vars(Resources.tensor(1, 2, 2), Resources.tensor(2, 2))));
        byte[] bytes = Files.readAllBytes(writer.equals("ours") ? valid : Resources.file("unbiased.weights.h5"));
        for (int length = 0; length < bytes.length; length += 13) {
            survives(Arrays.copyOf(bytes, length));
        }
        for (int i = 0; i < bytes.length; i++) {
            // Most of the bytes are room for more, zeros next to zeros.
            if (bytes[i] != 0 || i > 0 && bytes[i - 1] != 0 || i > 1 && bytes[i - 2] != 0) {
                for (int change : new int[] {0x01, 0x80, 0xff}) {
                    byte[] changed = bytes.clone();
                    changed[i] ^= (byte) change;
                    survives(changed);
                }
            }
        }
    }

    @Test
    void saysNothingOfAnExceptionWithoutWords() throws IOException {
        Path file = Files.write(
                folder.resolve("short"), Arrays.copyOf(Files.readAllBytes(Resources.file("mlp.weights.h5")), 8));
        assertThatThrownBy(() -> WeightsH5.read(file))
                .hasMessage(file + ": damaged, or of a kind that cannot be read, such as weights in bfloat16");
    }

    private void survives(byte[] bytes) throws IOException {
        Path file = Files.write(folder.resolve("damaged"), bytes);
        try {
            WeightsH5.read(file);
        } catch (IOException e) {
            assertThat(e).hasMessageStartingWith(file + ": ");
        }
    }

    private void assertRefused(Hdf5Group root, String message) throws IOException {
        Path file = folder.resolve("a.weights.h5");
        Hdf5Writer.write(file, root);
        assertThatThrownBy(() -> WeightsH5.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(message);
    }

    private static Hdf5Group layer(String name, Hdf5Group vars) {
        return new Hdf5Group().put("layers", new Hdf5Group().put(name, new Hdf5Group().put("vars", vars)));
    }

    /** A dense layer and a group without weights. */
    private static Hdf5Group besides(String name) {
        Hdf5Group root = layer("dense", vars(Resources.tensor(1, 4, 3), Resources.tensor(2, 3)));
        root.groups().get("layers").put(name, new Hdf5Group().put("vars", new Hdf5Group()));
        return root;
    }

    private static Hdf5Group vars(Tensor first, Tensor second) {
        return new Hdf5Group().put("0", first).put("1", second);
    }
}
