package dev.moim.adapter.web.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressTest {
  private static final ClientAddress DIRECT = new ClientAddress(List.of());
  private static final ClientAddress PROXIED =
      new ClientAddress(
          Stream.of("127.0.0.1", "10.0.0.0/8", "2001:db8:ffff::/48").map(Network::parse).toList());

  private static MockHttpServletRequest from(String peer, String... forwarded) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(peer);
    for (String line : forwarded) {
      request.addHeader(ClientAddress.HEADER, line);
    }
    return request;
  }

  @ParameterizedTest
  @ValueSource(strings = {"203.0.113.9", "127.0.0.1", "10.1.2.3"})
  void without_trusted_proxies_the_peer_is_the_client_whatever_it_says(String peer) {
    assertThat(DIRECT.of(from(peer, "198.51.100.1"))).isEqualTo(peer);
  }

  @Test
  void a_peer_that_is_no_trusted_proxy_speaks_for_nobody() {
    assertThat(PROXIED.of(from("203.0.113.9", "198.51.100.1"))).isEqualTo("203.0.113.9");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "198.51.100.1                              | 198.51.100.1",
        "6.6.6.6, 198.51.100.1                     | 198.51.100.1",
        "127.0.0.1, 198.51.100.1                   | 198.51.100.1",
        "6.6.6.6, 198.51.100.1, 10.9.9.9           | 198.51.100.1",
        "198.51.100.1,10.9.9.9,10.8.8.8            | 198.51.100.1",
        "10.9.9.9                                  | 10.9.9.9",
        "10.9.9.9, 10.8.8.8                        | 10.9.9.9",
        "198.51.100.1:50123                        | 198.51.100.1",
        "2001:db8::1                               | 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]                             | 2001:db8:0:0:0:0:0:1",
        "[2001:db8::1]:50123                       | 2001:db8:0:0:0:0:0:1",
        "198.51.100.1, 2001:db8:ffff::7            | 198.51.100.1",
        "::ffff:198.51.100.1                       | 198.51.100.1",
        "198.51.100.1, ::ffff:10.1.1.1             | 198.51.100.1"
      })
  void behind_proxies_it_is_the_last_address_that_is_none_of_theirs(String header, String client) {
    assertThat(PROXIED.of(from("127.0.0.1", header))).isEqualTo(client);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "example.org",
        "198.51.100.1, unknown",
        "198.51.100.1, ",
        ", ,",
        "1",
        "127.1",
        "0x7f.0.0.1",
        "256.1.1.1",
        "198.51.100.1.1",
        "198.51.100.1:123456",
        "[198.51.100.1",
        "[[::1]]",
        "2001:db8::1::2",
        "fe80::1%eth0",
        "for=198.51.100.1",
        "\"198.51.100.1\"",
        "198.51.100.1\t\u0000",
        "<script>"
      })
  void behind_an_entry_that_is_no_address_nothing_is_looked_at(String header) {
    assertThat(PROXIED.of(from("127.0.0.1", header))).isEqualTo("127.0.0.1");
  }

  @Test
  void without_the_header_the_proxy_itself_asks() {
    assertThat(PROXIED.of(from("10.0.0.1"))).isEqualTo("10.0.0.1");
  }

  @Test
  void several_lines_are_one_list() {
    assertThat(PROXIED.of(from("10.0.0.1", "6.6.6.6, 198.51.100.1", "10.2.2.2")))
        .isEqualTo("198.51.100.1");
  }

  @Test
  void a_huge_header_is_not_walked_through() {
    assertThat(PROXIED.of(from("10.0.0.1", "198.51.100.1" + ",10.2.2.2".repeat(100_000))))
        .isEqualTo("10.2.2.2");
    assertThat(PROXIED.of(from("10.0.0.1", "9".repeat(1_000_000)))).isEqualTo("10.0.0.1");
  }

  @Test
  void a_peer_may_be_named_in_any_way() {
    assertThat(PROXIED.of(from("::ffff:10.0.0.1", "198.51.100.1"))).isEqualTo("198.51.100.1");
    assertThat(DIRECT.of(from("fe80:0:0:0:0:0:0:1%2"))).isEqualTo("fe80:0:0:0:0:0:0:1");
    assertThat(DIRECT.of(from(""))).isEmpty();
  }

  @Test
  void an_ipv6_subscriber_has_a_whole_network_and_an_ipv4_one_an_address() {
    assertThat(DIRECT.subscriber(from("2001:db8:1:2:3:4:5:6")))
        .isEqualTo(DIRECT.subscriber(from("2001:db8:1:2::1")))
        .isEqualTo("2001:db8:1:2:0:0:0:0/64")
        .isNotEqualTo(DIRECT.subscriber(from("2001:db8:1:3::1")));
    assertThat(DIRECT.subscriber(from("198.51.100.1"))).isEqualTo("198.51.100.1");
    assertThat(DIRECT.subscriber(from("::ffff:198.51.100.1"))).isEqualTo("198.51.100.1");
    assertThat(DIRECT.subscriber(from("::1"))).isEqualTo("0:0:0:0:0:0:0:0/64");
    assertThat(DIRECT.subscriber(from("::ffff:0.0.0.0"))).isEqualTo("0.0.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0/0,198.51.100.1,true",
    "10.0.0.0/8,10.255.0.1,true",
    "10.0.0.0/8,11.0.0.1,false",
    "192.0.2.128/25,192.0.2.127,false",
    "192.0.2.128/25,192.0.2.200,true",
    "192.0.2.1,192.0.2.1,true",
    "192.0.2.1,192.0.2.2,false",
    "2001:db8::/33,2001:db8:7fff::1,true",
    "2001:db8::/33,2001:db8:8000::1,false",
    "::/0,198.51.100.1,false"
  })
  void a_network_contains_what_begins_alike(String network, String address, boolean contains) {
    assertThat(Network.parse(network).contains(Network.parse(address).address()))
        .isEqualTo(contains);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "proxy", "10.0.0.0/33", "::/129", "10/8", "10.0.0.0/", "10.0.0.0/-1", "1/2/3"})
  void what_is_no_network_is_refused(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Network.parse(text));
  }
}
