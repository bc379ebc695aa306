/**
 * Who may call what: access tokens, passwords, the filter chain, and the headers of every answer.
 */
@NullMarked
package dev.moim.adapter.web.security;

import org.jspecify.annotations.NullMarked;
