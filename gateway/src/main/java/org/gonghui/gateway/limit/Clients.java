package org.gonghui.gateway.limit;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.MultiMap;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.gonghui.gateway.partner.AddressRange;
import org.jspecify.annotations.Nullable;

/**
 * Whose address a request has: the connection's, or behind a trusted proxy the last one that no
 * trusted proxy has. What others write into {@code X-Forwarded-For} is worth nothing.
 */
@Singleton
public class Clients {
  private static final String FORWARDED_FOR = "X-Forwarded-For";
  private static final byte[] UNKNOWN = new byte[4];

  private final List<AddressRange> proxies;
  private final LoadingCache<String, Client> known;

  public Clients(LimitSettings settings) {
    this.proxies =
        settings.trustedProxies().orElseGet(List::of).stream().map(Clients::required).toList();
    var perSecond = Rates.part(settings.addressPerSecond(), settings.instances());
    this.known =
        Caffeine.newBuilder()
            .maximumSize(100_000)
            .expireAfterAccess(Duration.ofMinutes(5))
            .build(address -> client(address, perSecond));
  }

  private static AddressRange required(String text) {
    var range = AddressRange.parse(text.strip());
    if (range == null) {
      throw new IllegalArgumentException("no range of addresses: " + text);
    }
    return range;
  }

  private Client client(String text, int perSecond) {
    var raw = AddressRange.bytesOf(text);
    var address = raw == null ? UNKNOWN : AddressRange.unmapped(raw);
    return new Client(
        address, isProxy(address), Rates.bucket(perSecond, perSecond, TimeMeter.SYSTEM_NANOTIME));
  }

  private boolean isProxy(byte[] address) {
    return proxies.stream().anyMatch(range -> range.holds(address));
  }

  /** The one at the other end of a connection. */
  public Client at(@Nullable String address) {
    return known.get(address == null ? "" : address);
  }

  /** The one a request comes from: the peer itself, unless that is a proxy of ours. */
  public Client behind(Client peer, MultiMap headers) {
    if (!peer.isProxy()) {
      return peer;
    }
    var told = String.join(",", headers.getAll(FORWARDED_FOR));
    var end = told.length();
    var nearest = peer;
    while (end > 0 && nearest.isProxy()) {
      var start = told.lastIndexOf(',', end - 1) + 1;
      var address = told.substring(start, end).strip();
      if (AddressRange.bytesOf(address) == null) {
        return nearest;
      }
      nearest = known.get(address);
      end = start - 1;
    }
    return nearest;
  }
}
