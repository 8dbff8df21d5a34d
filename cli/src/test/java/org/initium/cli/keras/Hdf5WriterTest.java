// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.initium.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Hdf5WriterTest {
    @TempDir
    private Path folder;

    /** What the comments in lookup3.c give for these, with the initial value 0. */
    @ParameterizedTest
    @CsvSource({"'', deadbeef", "'Four score and seven years ago', 17770551"})
    void computesTheChecksumOfHdf5(String text, String hex) {
        assertThat(Integer.toHexString(Hdf5Header.checksum(text.getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(hex);
    }

    /** More links in one group than HDF5 itself would put there (8), names of several lengths, odd sizes, a scalar. */
    @Test
    void anotherReaderSeesTheSameTree() throws IOException {
        Hdf5Group many = new Hdf5Group();
        for (int i = 0; i < 300; i++) {
            many.put("d" + i, Resources.tensor(i, i % 4 + 1, 3));
        }
        Hdf5Group empty = new Hdf5Group().withAttribute("name", "");
        Hdf5Group root = new Hdf5Group()
                .withAttribute("a", "\u00fc\u4e16 more than eight bytes")
                .put("empty", empty)
                .put("many", many)
                .put("scalar", Resources.tensor(5))
                .put("none", Resources.tensor(5, 0, 3))
                .put("last", new Hdf5Group());
        Path file = folder.resolve("a.h5");
        Hdf5Writer.write(file, root);
        try (HdfFile hdf = new HdfFile(file)) {
            assertThat(hdf.getAttribute("a").getData()).isEqualTo("\u00fc\u4e16 more than eight bytes");
            assertThat(hdf.getChildren()).containsOnlyKeys("empty", "many", "scalar", "none", "last");
            assertThat(((Group) hdf.getChild("empty")).getChildren()).isEmpty();
            assertThat(hdf.getChild("empty").getAttribute("name").getData()).isEqualTo("");
            assertThat(((Group) hdf.getChild("last")).getChildren()).isEmpty();
            assertThat(hdf.getDatasetByPath("scalar").getData())
                    .isEqualTo(Resources.tensor(5).data()[0]);
            assertThat(hdf.getDatasetByPath("none").getDimensions()).containsExactly(0, 3);
            Group group = (Group) hdf.getChild("many");
            assertThat(group.getChildren()).hasSize(300);
            for (int i = 0; i < 300; i++) {
                Tensor expected = Resources.tensor(i, i % 4 + 1, 3);
                Dataset dataset = (Dataset) group.getChild("d" + i);
                assertThat(dataset.getDimensions()).isEqualTo(expected.shape().toArray());
                assertThat((float[]) dataset.getDataFlat()).containsExactly(expected.data());
            }
        }
    }

    /**
     * The structure of weights that Keras 3.15.1 loads on all four of its backends; the text was compared with what h5py
     * shows of a file that Keras wrote for the same model.
     */
    @Test
    void hasTheStructureOfKerasFiles() throws IOException {
        Path file = folder.resolve("m.weights.h5");
        Hdf5Writer.write(file, WeightsH5.layout(KerasWeights.read(Resources.file("mlp.weights.h5"))));
        String structure;
        String keras;
        try (HdfFile ours = new HdfFile(file);
                HdfFile theirs = new HdfFile(Resources.file("mlp.weights.h5"))) {
            structure = structure(ours);
            keras = structure(theirs);
        }
        assertThat(structure).isEqualTo(Files.readString(Resources.file("structure.txt")));
        assertThat(keras.replace("name=hidden", "name=dense").replace("name=logits", "name=dense_1"))
                .isEqualTo(structure);
    }

    @Test
    void writesTheSameBytesAgain() throws IOException {
        Hdf5Group root = WeightsH5.layout(KerasWeights.read(Resources.file("mlp.weights.h5")));
        Hdf5Writer.write(folder.resolve("a.h5"), root);
        Hdf5Writer.write(folder.resolve("b.h5"), root);
        assertThat(folder.resolve("a.h5")).hasSameBinaryContentAs(folder.resolve("b.h5"));
    }

    @Test
    void leavesNothingBehindWhereItCannotWrite() throws IOException {
        Path file = folder.resolve("no/a.h5");
        assertThatThrownBy(() -> Hdf5Writer.write(file, new Hdf5Group()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no/a.h5");
        assertThat(folder.toFile().list()).isEmpty();
    }

    /** A line per node, in the order of the names. */
    static String structure(Group root) {
        StringBuilder text = new StringBuilder();
        describe(root, text);
        return text.toString();
    }

    private static void describe(Group group, StringBuilder text) {
        List<Node> nodes = group.getChildren().values().stream()
                .sorted((a, b) -> a.getName().compareTo(b.getName()))
                .toList();
        for (Node node : nodes) {
            text.append(node.getPath());
            node.getAttributes()
                    .forEach((name, value) ->
                            text.append(' ').append(name).append('=').append(value.getData()));
            if (node instanceof Dataset dataset) {
                text.append(' ')
                        .append(dataset.getJavaType())
                        .append(' ')
                        .append(8 * dataset.getDataType().getSize());
                text.append(' ').append(Arrays.toString(dataset.getDimensions()));
                text.append(' ').append(dataset.getDataLayout());
            }
            text.append('\n');
            if (node instanceof Group child) {
                describe(child, text);
            }
        }
    }
}
