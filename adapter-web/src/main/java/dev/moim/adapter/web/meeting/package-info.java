/** Meetings over HTTP. */
@NullMarked
package dev.moim.adapter.web.meeting;

import org.jspecify.annotations.NullMarked;
