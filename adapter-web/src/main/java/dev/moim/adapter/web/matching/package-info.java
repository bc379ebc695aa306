/** Match requests over HTTP. */
@NullMarked
package dev.moim.adapter.web.matching;

import org.jspecify.annotations.NullMarked;
