/** What the use cases of members and sessions need from outside. */
@NullMarked
package dev.moim.application.member.port.out;

import org.jspecify.annotations.NullMarked;
