/** Tests of events on their way out and in. */
@NullMarked
package dev.moim.adapter.messaging;

import org.jspecify.annotations.NullMarked;
