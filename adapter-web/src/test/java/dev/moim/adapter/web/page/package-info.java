/** Tests of the web pages that need no browser. */
@NullMarked
package dev.moim.adapter.web.page;

import org.jspecify.annotations.NullMarked;
