// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.samples;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.initium.Shape;
import org.initium.verification.checks.Verdict;
import org.initium.verification.stats.Correlation;

/**
 * An element says nothing of those that follow it some places later: {@link Correlation}, lag by lag. No other check of a sample sees its
 * order.
 *
 * @param lags all different, ascending
 */
public record SerialCorrelationCheck(List<Integer> lags) implements SampleCheck {
    /** Checks and copies the lags. */
    public SerialCorrelationCheck {
        lags = List.copyOf(lags);
        if (lags.isEmpty() || lags.get(0) < 1) {
            throw new IllegalArgumentException("lags are " + lags + ", expected one or more, each 1 or more");
        }
    }

    /** Lags 1 to 64, which reach over a chunk of normals. */
    public static SerialCorrelationCheck ofStream() {
        return new SerialCorrelationCheck(IntStream.rangeClosed(1, 64).boxed().toList());
    }

    /**
     * What tensors of a shape suggest: the next eight elements, the neighbours along each axis, and the other half of the tensor, where a pair of
     * opposite signs may lie.
     */
    public static SerialCorrelationCheck of(Shape shape) {
        int size = shape.intSize();
        Stream<Integer> strides = IntStream.range(0, shape.rank())
                .mapToObj(axis ->
                        IntStream.range(axis + 1, shape.rank()).map(shape::dim).reduce(1, (one, other) -> one * other));
        Stream<Integer> near = IntStream.rangeClosed(1, 8).boxed();
        return new SerialCorrelationCheck(Stream.of(near, strides, Stream.of(size / 2))
                .flatMap(lags -> lags)
                .filter(lag -> lag >= 1 && (lag <= 8 || lag < size))
                .distinct()
                .sorted()
                .toList());
    }

    @Override
    public String name() {
        return "serial_correlation";
    }

    @Override
    public boolean statistical() {
        return true;
    }

    @Override
    public Verdict judge(Draws draws, double alpha) {
        float[] sample = draws.sample();
        long products = Math.max(0, sample.length - Collections.max(lags));
        double critical = Correlation.critical(products, lags.size(), alpha);
        double largest = Correlation.serial(
                draws.centred(), lags.stream().mapToInt(Integer::intValue).toArray());
        return Verdict.atMost(largest, critical, "|rho|", "N = " + sample.length + ", lags " + words(), alpha)
                .detecting(Correlation.detectable(products, lags.size(), alpha), "correlation at one lag");
    }

    /** Such as {@code "1 to 8, 20, 250"}. */
    private String words() {
        int run = 1;
        while (run < lags.size() && lags.get(run) == lags.get(run - 1) + 1) {
            run++;
        }
        Stream<String> others = lags.stream().skip(run).map(Object::toString);
        String first = run == 1 ? lags.get(0).toString() : lags.get(0) + " to " + lags.get(run - 1);
        return Stream.concat(Stream.of(first), others).collect(Collectors.joining(", "));
    }
}
