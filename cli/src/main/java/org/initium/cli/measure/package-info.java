/** {@code initium verify}, {@code bench}, {@code compare} and {@code suite}. */
package org.initium.cli.measure;
