/** What can be done with meetings. */
@NullMarked
package dev.moim.application.meeting.port.in;

import org.jspecify.annotations.NullMarked;
