/** Tests of the use cases of this context. */
@NullMarked
package dev.moim.application.room;

import org.jspecify.annotations.NullMarked;
