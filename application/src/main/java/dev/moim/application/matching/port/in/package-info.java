/** What can be done with match requests. */
@NullMarked
package dev.moim.application.matching.port.in;

import org.jspecify.annotations.NullMarked;
