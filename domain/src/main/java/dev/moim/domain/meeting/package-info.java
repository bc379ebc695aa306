/** Meetings: who comes together, for what, and when. */
@NullMarked
package dev.moim.domain.meeting;

import org.jspecify.annotations.NullMarked;
