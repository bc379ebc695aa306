/** Tests of the use cases of this context. */
@NullMarked
package dev.moim.application.meeting;

import org.jspecify.annotations.NullMarked;
