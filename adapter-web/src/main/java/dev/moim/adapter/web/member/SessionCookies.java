package dev.moim.adapter.web.member;

import dev.moim.adapter.web.security.DeviceCookies;
import dev.moim.application.member.port.in.KnownDevice;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The cookies that a browser gets with a session, as values of {@code Set-Cookie} headers. */
public final class SessionCookies {
  /** Says that a member has signed in on this device before; see {@link DeviceCookies}. */
  public static final String DEVICE = "__Host-moim-device";

  private final DeviceCookies devices;
  private final Clock clock;

  SessionCookies(DeviceCookies devices, Clock clock) {
    this.devices = devices;
    this.clock = clock;
  }

  /** The device of a cookie's value, if it is one of ours. */
  Optional<KnownDevice> known(@Nullable String device) {
    return Optional.ofNullable(device)
        .flatMap(value -> devices.verify(value, clock.now()))
        .map(found -> new KnownDevice(found.member(), found.nonce()));
  }

  /** Remembers that the session's member has signed in on this device. */
  public String device(SessionView session, @Nullable String device) {
    boolean remembered =
        known(device).filter(found -> found.member().equals(session.member())).isPresent();
    return RefreshCookie.hostCookie(
        DEVICE,
        remembered && device != null ? device : devices.make(session.member(), clock.now()),
        DeviceCookies.LIFETIME);
  }

  /** Remembers that a member has proved on this device to read the account's mails. */
  String device(MemberId member) {
    return RefreshCookie.hostCookie(
        DEVICE, devices.make(member, clock.now()), DeviceCookies.LIFETIME);
  }

  /** Carries the refresh token. */
  public String refresh(SessionView session) {
    return RefreshCookie.of(
        session.refreshToken(), Duration.between(clock.now(), session.refreshExpiresAt()));
  }
}
