/** Members of the community and their sessions. */
@NullMarked
package dev.moim.domain.member;

import org.jspecify.annotations.NullMarked;
