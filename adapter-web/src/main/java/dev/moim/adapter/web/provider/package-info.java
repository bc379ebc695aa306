/** Signing in through others, by OAuth 2 and OpenID Connect. */
@NullMarked
package dev.moim.adapter.web.provider;

import org.jspecify.annotations.NullMarked;
