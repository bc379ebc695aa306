/** Tests of this part of the program. */
@NullMarked
package dev.moim.bootstrap.category;

import org.jspecify.annotations.NullMarked;
