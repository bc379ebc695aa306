/** What members report, and what managers decide about it. */
@NullMarked
package dev.moim.domain.moderation;

import org.jspecify.annotations.NullMarked;
