/** Categories and conditions over HTTP. */
@NullMarked
package dev.moim.adapter.web.condition;

import org.jspecify.annotations.NullMarked;
