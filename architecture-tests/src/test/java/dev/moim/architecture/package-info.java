/** The rules of the architecture, executable, and the proof that each of them bites. */
@NullMarked
package dev.moim.architecture;

import org.jspecify.annotations.NullMarked;
