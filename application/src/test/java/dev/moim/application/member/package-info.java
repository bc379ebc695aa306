/** Tests of the use cases of this context. */
@NullMarked
package dev.moim.application.member;

import org.jspecify.annotations.NullMarked;
