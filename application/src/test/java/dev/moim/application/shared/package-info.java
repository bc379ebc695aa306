/** Tests of what all contexts share. */
@NullMarked
package dev.moim.application.shared;

import org.jspecify.annotations.NullMarked;
