/** REST, sign-in and the web pages. */
@NullMarked
package dev.moim.adapter.web;

import org.jspecify.annotations.NullMarked;
