// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initium.cli.init.IdentifyCommandTest.refused;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.Tensor;
import org.initium.cli.Cli;
import org.initium.io.Npy;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.verification.identify.fit.FanConvention;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightsFileTest {
    @TempDir
    private Path folder;

    /** What no float holds would be taken for infinite or 0; what floats hold exactly, subnormal ones too, is read. */
    @Test
    void refusesDoublesBeyondTheRangeOfFloats() throws IOException {
        double[] x = new double[600];
        float[] normals = new float[600];
        Samplers.of(Key.of(1)).normal(0, 1, Slice.all(600), normals, 0);
        String range = ", expected 0 or a magnitude from 1.2e-38 to 3.4e38, as 32-bit floats have";
        for (double value : new double[] {1e39, -1e60, Double.MAX_VALUE, 1e-50, -1e-42, Double.MIN_VALUE}) {
            for (int i = 0; i < 600; i++) {
                x[i] = normals[i];
            }
            x[7] = value;
            refused("x.npy: element 7 is " + value + range, npy(x));
            refused("x.safetensors: element 7 is " + value + range, safeTensors(x), "--tensor", "w");
        }
        for (int i = 0; i < 600; i++) {
            x[i] = normals[i] * 1e-50;
        }
        refused("element 0 is " + x[0] + range, npy(x));
        refused("element 0 is " + x[0] + range, safeTensors(x), "--tensor", "w");
        for (double value : new double[] {0, Float.MAX_VALUE, Float.MIN_VALUE, Float.MIN_NORMAL, -1e-37}) {
            for (int i = 0; i < 600; i++) {
                x[i] = normals[i];
            }
            x[7] = value;
            assertThat(Cli.run("identify", npy(x), "--no-seeds").err()).isEmpty();
            assertThat(Cli.run("identify", safeTensors(x), "--no-seeds", "--tensor", "w")
                            .err())
                    .isEmpty();
        }
        x[7] = Double.POSITIVE_INFINITY;
        assertThat(Cli.run("identify", npy(x), "--no-seeds").out()).contains("0 NaN and 1 infinite of 600 elements");
        assertThat(Cli.run("identify", safeTensors(x), "--no-seeds", "--tensor", "w")
                        .out())
                .contains("0 NaN and 1 infinite of 600 elements");
    }

    @Test
    void saysWhichFilesItReads() throws IOException {
        assertThat(Cli.run("identify", "--help").out().replaceAll("\\s+", " "))
                .contains("Weights, .npy or .safetensors, of float32 or float64 throughout.")
                .contains("with five ways of counting fans");
        assertThat(FanConvention.values()).hasSize(5);
        Path half = folder.resolve("half.npy");
        Npy.write(half, new Tensor(Shape.of(2), new float[2]));
        byte[] bytes = Files.readAllBytes(half);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf("<f4") + 2] = '2';
        Files.write(half, bytes);
        refused("found dtype '<f2', expected '<f4', '>f4', '<f8' or '>f8'", half.toString());
    }

    private String npy(double[] x) throws IOException {
        Path file = folder.resolve("x.npy");
        Npy.write(file, new Tensor(Shape.of(x.length), new float[x.length]));
        byte[] single = Files.readAllBytes(file);
        int header = single.length - x.length * Float.BYTES;
        single[new String(single, StandardCharsets.ISO_8859_1).indexOf("<f4") + 2] = '8';
        Files.write(file, doubles(Arrays.copyOf(single, header), x));
        return file.toString();
    }

    /** The tensor after another, of two floats. */
    private String safeTensors(double[] x) throws IOException {
        Path file = folder.resolve("x.safetensors");
        String json = "{\"w\":{\"dtype\":\"F64\",\"shape\":[" + x.length + "],\"data_offsets\":[8," + (8 + 8 * x.length)
                + "]},\"v\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
        ByteBuffer header = ByteBuffer.allocate(Long.BYTES + json.length() + 8).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(json.length()).put(json.getBytes(StandardCharsets.US_ASCII));
        Files.write(file, doubles(header.array(), x));
        return file.toString();
    }

    private static byte[] doubles(byte[] before, double[] x) {
        ByteBuffer bytes =
                ByteBuffer.allocate(before.length + x.length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(before).asDoubleBuffer().put(x);
        return bytes.array();
    }
}
