/** The program: configuration, wiring, the command line. */
@NullMarked
package dev.moim.bootstrap;

import org.jspecify.annotations.NullMarked;
