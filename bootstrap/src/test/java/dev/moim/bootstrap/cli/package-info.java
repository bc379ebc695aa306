/** Tests of this part of the program. */
@NullMarked
package dev.moim.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
