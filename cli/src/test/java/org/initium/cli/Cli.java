// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One run of the command line in this virtual machine.
 *
 * @param exitCode what the shell would see
 * @param out standard output
 * @param err standard error
 */
public record Cli(int exitCode, String out, String err) {
    /** Runs a command. */
    public static Cli run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exitCode = Main.run(new PrintWriter(out), new PrintWriter(err), args);
        return new Cli(exitCode, out.toString(), err.toString());
    }

    /** Standard output as one JSON object; anything before or after it is an error. */
    public JsonNode json() {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build()
                .readTree(out);
    }
}
