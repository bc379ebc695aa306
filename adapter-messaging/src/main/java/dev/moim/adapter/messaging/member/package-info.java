/** Mails to members about their accounts. */
@NullMarked
package dev.moim.adapter.messaging.member;

import org.jspecify.annotations.NullMarked;
