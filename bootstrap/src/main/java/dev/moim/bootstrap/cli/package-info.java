/** The command line for batch use: commands that need neither server nor database. */
@NullMarked
package dev.moim.bootstrap.cli;

import org.jspecify.annotations.NullMarked;
