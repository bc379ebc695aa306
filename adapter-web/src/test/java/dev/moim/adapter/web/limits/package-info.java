/** Tests of limits. */
@NullMarked
package dev.moim.adapter.web.limits;

import org.jspecify.annotations.NullMarked;
