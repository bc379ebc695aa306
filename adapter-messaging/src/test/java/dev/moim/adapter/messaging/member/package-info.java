/** Tests of mails to members. */
@NullMarked
package dev.moim.adapter.messaging.member;

import org.jspecify.annotations.NullMarked;
