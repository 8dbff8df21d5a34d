// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.initium.results.Environment;
import org.initium.results.Fingerprint;

/** What all pages have in common: head, header with machine and source, sections one by one, footer. */
final class Page {
    private final Markup html = new Markup();
    private final Environment environment;

    /** Begins a page with a line under its title. */
    Page(String title, String line, Environment environment) {
        this.environment = environment;
        html.open("html", "lang", "en", "xmlns", "http://www.w3.org/1999/xhtml").line();
        html.open("head").open("meta", "charset", "utf-8");
        html.open("meta", "name", "viewport", "content", "width=device-width, initial-scale=1");
        html.open("meta", "name", "color-scheme", "content", "light dark");
        html.element("title", title + " " + environment.utc()).line();
        html.style(css()).close().line();
        html.open("body").open("header");
        html.element("h1", title);
        html.element("p", line);
        html.close().open("main").line();
    }

    /** Machine, runtime, commit and time in a line. */
    static String machine(Environment environment) {
        return environment.machine().cpuModel() + ", " + environment.machine().logicalCores() + " cores, "
                + environment.machine().simdBits() + "-bit SIMD · Java "
                + environment.java().version() + " · commit "
                + environment.source().commit() + " · " + environment.utc();
    }

    /** Adds what is no section. */
    Page add(Markup content) {
        html.add(content).line();
        return this;
    }

    /** Adds a section under a heading. */
    Page section(String title, Markup content) {
        html.open("section").element("h2", title).line().add(content).close().line();
        return this;
    }

    /** Adds the last two sections and ends the page. */
    String done(List<String> commands) {
        section("Provenance", Provenance.of(environment));
        section("How to reproduce", new Markup().element("pre", String.join("\n", commands), "tabindex", "0"));
        html.close().open("footer");
        html.element("p", "Fingerprint " + Fingerprint.of(environment) + ". This page loads nothing and runs nothing.");
        html.close().close().line().close();
        return "<!DOCTYPE html>\n" + html + "\n";
    }

    /** A card of a banner: a headline in the colour of its style (pass, fail, open, plain), and a line. */
    static void card(Markup html, String style, String headline, String line) {
        html.open("div", "class", "card " + style);
        html.element("strong", headline).element("span", line).close().line();
    }

    /** A sentence where something is missing. */
    static Markup absent(String sentence) {
        return new Markup().element("p", sentence, "class", "absent");
    }

    private static String css() {
        try (InputStream in = Page.class.getResourceAsStream("report.css")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
