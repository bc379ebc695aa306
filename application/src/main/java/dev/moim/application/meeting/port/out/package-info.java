/** What the use cases of meetings need from outside. */
@NullMarked
package dev.moim.application.meeting.port.out;

import org.jspecify.annotations.NullMarked;
