/** What can be done with members and sessions. */
@NullMarked
package dev.moim.application.member.port.in;

import org.jspecify.annotations.NullMarked;
