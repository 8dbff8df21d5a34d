// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.io.Npy;

/** The arrays of a folder of recorded trainings, each checked against the shape that it has to have. */
final class TraceFiles {
    private final Path folder;

    TraceFiles(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads {@code <name>.npy}.
     *
     * @param name the file without its ending
     * @throws IOException if it is missing, is no array of numbers, or has another shape
     */
    double[] read(String name, Shape shape) throws IOException {
        Npy.Doubles array = read(name);
        if (!array.shape().equals(shape)) {
            throw wrongShape(name, array.shape(), shape.toString());
        }
        return array.data();
    }

    /** Reads {@code <name>.npy}, rounded to floats. */
    float[] readFloats(String name, Shape shape) throws IOException {
        return round(read(name, shape));
    }

    /** Reads an array of a rank and of any shape without a 0. */
    Npy.Doubles readAny(String name, int rank) throws IOException {
        Npy.Doubles array = read(name);
        if (array.shape().rank() != rank || array.data().length == 0) {
            throw wrongShape(name, array.shape(), "rank " + rank + " and no dimension 0");
        }
        return array;
    }

    /**
     * Reads an array of whole numbers.
     *
     * @param rank number of dimensions
     * @param least least length of the first dimension
     * @param below all numbers are from 0 to this, which is excluded
     */
    Npy.Doubles readWhole(String name, int rank, int least, int below) throws IOException {
        Npy.Doubles array = readAny(name, rank);
        if (array.shape().dim(0) < least) {
            throw wrongShape(name, array.shape(), least + " rows or more, for every sample of every step");
        }
        for (int i = 0; i < array.data().length; i++) {
            double value = array.data()[i];
            if (!(value >= 0 && value < below) || value != Math.rint(value)) {
                throw new IOException(path(name) + ": element " + i + " is " + value
                        + ", expected a whole number from 0 to " + (below - 1));
            }
        }
        return array;
    }

    static float[] round(double[] numbers) {
        float[] rounded = new float[numbers.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) numbers[i];
        }
        return rounded;
    }

    private Npy.Doubles read(String name) throws IOException {
        return Npy.readDoubles(path(name));
    }

    private Path path(String name) {
        return folder.resolve(name + ".npy");
    }

    private IOException wrongShape(String name, Shape found, String expected) {
        return new IOException(path(name) + ": found shape " + found + ", expected " + expected);
    }
}
