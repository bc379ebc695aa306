/** Tests of the web pages in a real browser. */
@NullMarked
package dev.moim.bootstrap.browser;

import org.jspecify.annotations.NullMarked;
