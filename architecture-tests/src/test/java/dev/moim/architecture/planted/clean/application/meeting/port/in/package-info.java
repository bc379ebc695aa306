@NullMarked
package dev.moim.architecture.planted.clean.application.meeting.port.in;

import org.jspecify.annotations.NullMarked;
