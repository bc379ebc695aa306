/** What can be done with reports. */
@NullMarked
package dev.moim.application.moderation.port.in;

import org.jspecify.annotations.NullMarked;
