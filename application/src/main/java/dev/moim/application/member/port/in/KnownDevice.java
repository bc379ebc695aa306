package dev.moim.application.member.port.in;

import dev.moim.domain.shared.MemberId;

/**
 * A device on which a member has signed in before, as its signed cookie says. Strangers who guess
 * at the account do not slow it down.
 *
 * @param nonce tells the device from others of the member
 */
public record KnownDevice(MemberId member, String nonce) {}
