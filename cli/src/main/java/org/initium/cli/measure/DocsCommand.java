// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.measure;

import java.io.IOException;
import java.util.List;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.JsonOutput;
import org.initium.results.docs.Documents;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code initium docs}: the tables in {@code docs/*.md} that published results make. */
@Command(
        name = "docs",
        description = "Write the tables in docs/*.md anew from the published results.",
        footer = {
            "",
            "What stands between <!-- begin NAME --> and <!-- end NAME --> is replaced.",
            "Exit code 1 if --check finds a difference."
        })
public final class DocsCommand extends BaseCommand {
    @Option(names = "--check", description = "Write nothing, but name the tables that differ.")
    private boolean check;

    /** For picocli. */
    public DocsCommand() {}

    @Override
    public Integer call() throws IOException {
        Documents documents = Documents.of(Home.folder());
        List<String> stale = check ? documents.stale() : documents.update();
        if (json()) {
            new JsonOutput().put(check ? "stale" : "updated", stale).print(out());
        } else if (stale.isEmpty()) {
            out().println("docs: nothing differs");
        } else {
            stale.forEach(name -> out().println((check ? "differs: " : "updated: ") + name));
        }
        return check && !stale.isEmpty() ? 1 : 0;
    }
}
