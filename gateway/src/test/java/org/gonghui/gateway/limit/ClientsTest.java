package org.gonghui.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.Objects;
import org.gonghui.gateway.partner.AddressRange;
import org.junit.jupiter.api.Test;

class ClientsTest {
  private final Clients clients = new Clients(TestLimits.behind("10.0.0.0/8", "fd00::/8"));

  @Test
  void what_a_stranger_says_about_addresses_is_not_believed() {
    assertThat(addressOf("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
  }

  @Test
  void behind_a_trusted_proxy_the_last_address_that_is_not_a_proxys_counts() {
    assertThat(addressOf("10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
    assertThat(addressOf("10.0.0.1", "1.1.1.1, 198.51.100.1, 10.0.0.9")).isEqualTo("198.51.100.1");
    assertThat(addressOf("fd00::1", "1.1.1.1,2001:db8::5")).isEqualTo("2001:db8::5");
    assertThat(addressOf("::ffff:10.0.0.1", "198.51.100.1")).isEqualTo("198.51.100.1");
  }

  @Test
  void several_headers_are_one_list() {
    var headers = MultiMap.caseInsensitiveMultiMap();
    headers.add("X-Forwarded-For", "1.1.1.1");
    headers.add("x-forwarded-for", "198.51.100.1");

    assertThat(text(clients.behind(clients.at("10.0.0.1"), headers))).isEqualTo("198.51.100.1");
  }

  @Test
  void a_proxy_that_tells_nothing_readable_stands_for_itself() {
    for (var told : new String[] {"", ",", "unknown", "1.1.1.1, _hidden", "1.1.1.1,"}) {
      assertThat(addressOf("10.0.0.1", told)).as(told).isEqualTo("10.0.0.1");
    }
  }

  @Test
  void all_who_share_an_address_share_its_allowance() {
    assertThat(clients.at("203.0.113.7")).isSameAs(clients.at("203.0.113.7"));
  }

  private String addressOf(String peer, String forwardedFor) {
    var headers = MultiMap.caseInsensitiveMultiMap().add("X-Forwarded-For", forwardedFor);
    return text(clients.behind(clients.at(peer), headers));
  }

  private static String text(Client client) {
    return Objects.requireNonNull(io.netty.util.NetUtil.bytesToIpAddress(client.address()));
  }

  @Test
  void an_address_in_two_spellings_is_one() {
    assertThat(clients.at("::ffff:203.0.113.7").address())
        .isEqualTo(AddressRange.bytesOf("203.0.113.7"));
  }
}
