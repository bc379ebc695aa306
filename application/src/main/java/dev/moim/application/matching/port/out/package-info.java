/** What the use cases of match requests need from outside. */
@NullMarked
package dev.moim.application.matching.port.out;

import org.jspecify.annotations.NullMarked;
