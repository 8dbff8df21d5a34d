// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.initium.Shape;
import org.initium.Tensor;

/**
 * The data set that comes with Initium: 1,797 handwritten digits as grey images of 8 x 8 pixels.
 *
 * <p>Origin: the test set of "Optical Recognition of Handwritten Digits", E. Alpaydin and C. Kaynak (1998), UCI Machine
 * Learning Repository, <a href="https://doi.org/10.24432/C50P49">DOI 10.24432/C50P49</a>, licensed CC BY 4.0. Unchanged but
 * for a header line.
 */
public final class Digits {
    private static final String RESOURCE = "digits.csv";
    private static final int PIXELS = 64;

    private Digits() {}

    /**
     * A fresh copy of the data set: images of shape (1797, 64), each row by row from the top, with grey levels 0 (paper) to
     * 16 (ink) as stored, and labels 0 to 9, in the order of the original.
     */
    public static LabelledImages load() {
        try (InputStream in = Digits.class.getResourceAsStream(RESOURCE)) {
            Tensor table = Csv.read(in, RESOURCE);
            int count = table.shape().dim(0);
            float[] pixels = new float[count * PIXELS];
            int[] labels = new int[count];
            for (int i = 0; i < count; i++) {
                int row = i * (PIXELS + 1);
                System.arraycopy(table.data(), row, pixels, i * PIXELS, PIXELS);
                labels[i] = (int) table.data()[row + PIXELS];
            }
            return new LabelledImages(new Tensor(Shape.of(count, PIXELS), pixels), labels);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundled " + RESOURCE + " cannot be read", e);
        }
    }
}
