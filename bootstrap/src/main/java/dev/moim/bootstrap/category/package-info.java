/** The categories that the operator configured. */
@NullMarked
package dev.moim.bootstrap.category;

import org.jspecify.annotations.NullMarked;
