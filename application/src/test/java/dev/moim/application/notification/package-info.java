/** Tests of the use cases of this context. */
@NullMarked
package dev.moim.application.notification;

import org.jspecify.annotations.NullMarked;
