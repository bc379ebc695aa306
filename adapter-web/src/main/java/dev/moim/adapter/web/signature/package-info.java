/** Requests that clients sign (RFC 9421). */
@NullMarked
package dev.moim.adapter.web.signature;

import org.jspecify.annotations.NullMarked;
