/** Tests of the use cases of reports. */
@NullMarked
package dev.moim.application.moderation;

import org.jspecify.annotations.NullMarked;
