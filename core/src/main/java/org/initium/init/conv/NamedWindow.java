// SPDX-License-Identifier: Apache-2.0
package org.initium.init.conv;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The windows of SciPy 1.17's {@code scipy.signal.get_window} that need no parameters, in double precision; and none.
 *
 * <p>F. J. Harris (1978), "On the Use of Windows for Harmonic Analysis with the Discrete Fourier Transform", Proceedings of the
 * IEEE 66(1). A window of one sample is 1, whichever it is.
 */
public enum NamedWindow implements Window {
    /** No windowing: ones, and {@link Stft} does not scale either. */
    NONE,
    /** Ones. */
    BOXCAR("box", "ones", "rect", "rectangular"),
    /** A triangle that does not reach 0. */
    TRIANG("triangle", "tri"),
    /** E. Parzen's piecewise cubic. */
    PARZEN("parz", "par"),
    /** H. Bohman's, a convolution of two half periods of the cosine. */
    BOHMAN("bman", "bmn"),
    /** R. B. Blackman's: 0.42 + 0.5 cos + 0.08 cos. */
    BLACKMAN("black", "blk"),
    /** A. H. Nuttall's minimum 4-term window. */
    NUTTALL("nutl", "nut"),
    /** Harris's minimum 4-term window. */
    BLACKMANHARRIS("blackharr", "bkh"),
    /** Five cosines with a flat top, for amplitudes. */
    FLATTOP("flat", "flt"),
    /** A triangle that reaches 0. */
    BARTLETT("bart", "brt"),
    /** Bartlett's and Hann's, mixed. */
    BARTHANN("brthan", "bth"),
    /** R. W. Hamming's raised cosine: 0.54 + 0.46 cos. */
    HAMMING("hamm", "ham"),
    /** J. von Hann's raised cosine: 0.5 + 0.5 cos. */
    HANN("han"),
    /** Half a period of the sine. */
    COSINE("halfcosine"),
    /** Flat, with cosine flanks of a quarter of the length each: SciPy's default parameter 0.5. */
    TUKEY("tuk"),
    /** T. T. Taylor's, with SciPy's default of 4 side lobes at -30 dB. */
    TAYLOR("taylorwin"),
    /** {@code exp(-|distance from the middle|)}: SciPy's default decay of 1 sample. */
    EXPONENTIAL("poisson"),
    /** The main lobe of the sinc. */
    LANCZOS("sinc");

    private final List<String> aliases;

    NamedWindow(String... aliases) {
        this.aliases = List.of(aliases);
    }

    /**
     * The window of SciPy's name or one of its aliases, or {@code none}.
     *
     * @throws IllegalArgumentException if there is none; the message lists the names
     */
    public static NamedWindow of(String name) {
        for (NamedWindow window : values()) {
            if (window.toString().equals(name) || window.aliases.contains(name)) {
                return window;
            }
        }
        throw new IllegalArgumentException("window '" + name + "' is unknown, expected one of "
                + Arrays.stream(values()).map(NamedWindow::toString).collect(Collectors.joining(", ")));
    }

    @Override
    public double[] values(int length, boolean periodic) {
        if (length < 1) {
            throw new IllegalArgumentException("length of window " + this + " is " + length + ", expected 1 or more");
        }
        double[] values = new double[length];
        // As a long: a periodic window of 2^31 - 1 samples has one more.
        long symmetric = periodic ? length + 1L : length;
        for (int i = 0; i < length; i++) {
            values[i] = length == 1 ? 1 : WindowFormulas.at(this, i, symmetric);
        }
        return values;
    }

    /** SciPy's name, such as {@code blackmanharris}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
