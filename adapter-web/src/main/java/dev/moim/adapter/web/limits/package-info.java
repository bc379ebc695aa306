/** How much of the API anybody may use in a time. */
@NullMarked
package dev.moim.adapter.web.limits;

import org.jspecify.annotations.NullMarked;
