/** What the use cases of reports need from outside. */
@NullMarked
package dev.moim.application.moderation.port.out;

import org.jspecify.annotations.NullMarked;
