/** Tests of what the machine gives. */
@NullMarked
package dev.moim.bootstrap.system;

import org.jspecify.annotations.NullMarked;
