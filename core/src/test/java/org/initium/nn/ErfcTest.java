// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ErfcTest {
    /** mpmath 1.4.1, mp.dps = 40: nstr(erfc(mpf(x)), 20) with x as a double. The bound is the one that the class states. */
    @ParameterizedTest
    @CsvSource({
        "-6, 1.9999999999999999785",
        "-2.5, 1.9995930479825550411",
        "-1, 1.8427007929497148693",
        "-0.125, 1.1403162048013338174",
        "0, 1.0",
        "1e-9, 0.9999999988716208329",
        "0.0625, 0.92956802227761292195",
        "0.5, 0.47950012218695346232",
        "1, 0.15729920705028513066",
        "1.5, 0.033894853524689272933",
        "2, 0.0046777349810472658379",
        "3.75, 1.1372725656979665326e-7",
        "5, 1.5374597944280348502e-12",
        "8.5, 2.7623240713337714461e-33",
        "2.7, 0.00013433273994052419237",
        "11.1, 1.5665132986633386668e-55",
        "17.3, 3.4092663820450841974e-132",
        "24.6, 3.4872509398477119503e-265",
        "13, 1.7395573154667245218e-75",
        "20, 5.3958656116079009289e-176",
        "26, 5.6631924088561428465e-296",
    })
    void agreesWithMpmath(double x, double expected) {
        assertThat(Erfc.erfc(x)).isCloseTo(expected, within(1e-15 * expected));
    }

    @ParameterizedTest
    @CsvSource({
        "Infinity, 0",
        "-Infinity, 2",
        "27.3, 2e-323",
        "28, 0",
        "-28, 2",
        "1e300, 0",
        "-1e300, 2",
        "NaN, NaN",
    })
    void hasItsLimits(double x, double expected) {
        // Beside the exact limits: below 2^-1022 the unit of a double is 4.9e-324, four of them allowed at 27.3.
        assertThat(Erfc.erfc(x)).isCloseTo(expected, within(expected < 1e-300 ? expected : 0));
    }
}
