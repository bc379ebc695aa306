/** Members and sessions over HTTP. */
@NullMarked
package dev.moim.adapter.web.member;

import org.jspecify.annotations.NullMarked;
