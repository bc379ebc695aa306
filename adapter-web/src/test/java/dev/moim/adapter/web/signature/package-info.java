/** Tests of client signatures. */
@NullMarked
package dev.moim.adapter.web.signature;

import org.jspecify.annotations.NullMarked;
