package dev.moim.adapter.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells from which address a request comes. That is the peer, unless the peer is a trusted proxy:
 * then the last address in {@code X-Forwarded-For} that is none. Each proxy appends whom it got the
 * request from, so that whatever stands further to the left may be invented and is never looked at;
 * nor is anything behind an entry that is no address.
 */
public final class ClientAddress {
  static final String HEADER = "X-Forwarded-For";

  /** More proxies than this stand in nobody's way. */
  private static final int MOST_HOPS = 32;

  /** In IPv6 one subscriber has at least so many bits of the address (RFC 6177). */
  private static final int SUBSCRIBER_BYTES = 8;

  /** An address with a port, or an IPv6 address in brackets with or without one. */
  private static final Pattern WITH_PORT =
      Pattern.compile("(?:\\[([^\\[\\]]+)](?::\\d{1,5})?|([^:]+):\\d{1,5})");

  private final List<Network> trusted;

  ClientAddress(List<Network> trusted) {
    this.trusted = trusted;
  }

  /** The client's address as text; empty if the connection has none, such as a local socket. */
  public String of(HttpServletRequest request) {
    return find(request).map(InetAddress::getHostAddress).orElse("");
  }

  /** Who shares a limit: an IPv4 address, or the /64 network of an IPv6 one. */
  public String subscriber(HttpServletRequest request) {
    return find(request).map(ClientAddress::subscriber).orElse("");
  }

  private static String subscriber(InetAddress address) {
    if (!(address instanceof Inet6Address)) {
      return address.getHostAddress();
    }
    byte[] network = address.getAddress();
    Arrays.fill(network, SUBSCRIBER_BYTES, network.length, (byte) 0);
    return plain(network).getHostAddress() + "/64";
  }

  private Optional<InetAddress> find(HttpServletRequest request) {
    return peer(request).map(peer -> isTrusted(peer) ? behind(peer, request) : peer);
  }

  private static Optional<InetAddress> peer(HttpServletRequest request) {
    return Optional.ofNullable(request.getRemoteAddr())
        .map(text -> text.contains("%") ? text.substring(0, text.indexOf('%')) : text)
        .flatMap(Network::address);
  }

  private InetAddress behind(InetAddress proxy, HttpServletRequest request) {
    List<String> lines = Collections.list(request.getHeaders(HEADER));
    String[] hops = String.join(",", lines).split(",", -1);
    InetAddress client = proxy;
    for (int i = 1; i <= Math.min(hops.length, MOST_HOPS) && isTrusted(client); i++) {
      Optional<InetAddress> hop = hop(hops[hops.length - i].strip());
      if (hop.isEmpty()) {
        return client;
      }
      client = hop.get();
    }
    return client;
  }

  private static Optional<InetAddress> hop(String text) {
    Matcher withPort = WITH_PORT.matcher(text);
    if (!withPort.matches()) {
      return Network.address(text);
    }
    String bracketed = withPort.group(1);
    return Network.address(bracketed == null ? withPort.group(2) : bracketed);
  }

  private boolean isTrusted(InetAddress address) {
    return trusted.stream().anyMatch(network -> network.contains(address));
  }

  private static InetAddress plain(byte[] address) {
    try {
      return InetAddress.getByAddress(address);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address has 4 or 16 bytes", e);
    }
  }
}
