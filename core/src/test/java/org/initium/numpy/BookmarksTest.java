// SPDX-License-Identifier: Apache-2.0
package org.initium.numpy;

import static org.assertj.core.api.Assertions.assertThat;

import org.initium.numpy.Bookmarks.Bookmark;
import org.junit.jupiter.api.Test;

class BookmarksTest {
    private static final int SPACING = Bookmarks.SPACING;

    private final Bookmarks bookmarks = new Bookmarks();

    @Test
    void beginsAtTheBeginning() {
        assertThat(bookmarks.before(0)).isEqualTo(new Bookmark(0, 0));
        assertThat(bookmarks.before(Long.MAX_VALUE)).isEqualTo(new Bookmark(0, 0));
    }

    @Test
    void findsTheLastOneAtOrBefore() {
        for (int i = 1; i <= 100; i++) {
            bookmarks.add(new Bookmark((long) i * SPACING, 2L * i * SPACING));
        }
        for (int i = 0; i <= 100; i++) {
            Bookmark expected = new Bookmark((long) i * SPACING, 2L * i * SPACING);
            assertThat(bookmarks.before(expected.value())).isEqualTo(expected);
            assertThat(bookmarks.before(expected.value() + SPACING - 1)).isEqualTo(expected);
        }
        assertThat(bookmarks.before(Long.MAX_VALUE)).isEqualTo(new Bookmark(100L * SPACING, 200L * SPACING));
    }

    /** Slices in order, of whatever size, begin where the last one ended. */
    @Test
    void latestIsKeptHoweverNear() {
        bookmarks.add(new Bookmark(10, 11));
        assertThat(bookmarks.before(10)).isEqualTo(new Bookmark(10, 11));
        assertThat(bookmarks.before(9)).isEqualTo(new Bookmark(0, 0));
        bookmarks.add(new Bookmark(20, 22));
        assertThat(bookmarks.before(20)).isEqualTo(new Bookmark(20, 22));
        assertThat(bookmarks.before(19)).isEqualTo(new Bookmark(0, 0));
    }

    /** Reading an early part again neither moves nor hides later bookmarks. */
    @Test
    void earlyReadingLeavesLaterOnes() {
        bookmarks.add(new Bookmark(3L * SPACING, 7));
        bookmarks.add(new Bookmark(5, 6));
        assertThat(bookmarks.before(5)).isEqualTo(new Bookmark(5, 6));
        assertThat(bookmarks.before(4L * SPACING)).isEqualTo(new Bookmark(3L * SPACING, 7));
    }
}
