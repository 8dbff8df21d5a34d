// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class OriginTest {
    @Test
    void namesBothSources() throws IOException {
        assertThat(Benchmarks.origin())
                .startsWith("-Dinitium.origin=benchmarks:"
                        + Benchmarks.sourceHash().substring(0, 16) + ",core:"
                        + Benchmarks.coreHash().substring(0, 16));
    }

    /** JMH splits arguments at blanks. */
    @Test
    void hasNoBlank() throws IOException {
        assertThat(Benchmarks.origin()).doesNotContainAnyWhitespaces();
    }

    /** A user's own flags stay. */
    @Test
    void isAddedToTheFlagsOfAPlan() throws IOException {
        Plan plan = new Plan(Profile.QUICK, "Roofline", List.of("-jvmArgsPrepend", "-Xint"));
        assertThat(plan.parts().get(0).options().getJvmArgsPrepend().get())
                .containsExactly("-Xint", Benchmarks.origin());
    }
}
