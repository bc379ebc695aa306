/** Reports over HTTP. */
@NullMarked
package dev.moim.adapter.web.moderation;

import org.jspecify.annotations.NullMarked;
