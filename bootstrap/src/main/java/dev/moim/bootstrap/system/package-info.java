/** What only the machine can give: the time, identifiers, randomness and waiting. */
@NullMarked
package dev.moim.bootstrap.system;

import org.jspecify.annotations.NullMarked;
