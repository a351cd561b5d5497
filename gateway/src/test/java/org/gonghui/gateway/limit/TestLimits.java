package org.gonghui.gateway.limit;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.gonghui.gateway.limit.Quota.Wish;

/** Limits as tests set them. */
public record TestLimits(
    int principalPerSecond,
    int addressPerSecond,
    int instances,
    Optional<List<String>> trustedProxies)
    implements LimitSettings {

  static TestLimits perSecond(int rate) {
    return new TestLimits(rate, rate, 1, Optional.empty());
  }

  static TestLimits behind(String... proxies) {
    return new TestLimits(10, 10, 1, Optional.of(List.of(proxies)));
  }

  /** Allowances of callers without a quota. */
  public static Allowances allowances(int rate) {
    var quotas =
        new Quotas(
            new QuotaCount() {
              @Override
              public Taken take(Wish wish) throws SQLException {
                throw new SQLException("nobody here has a quota");
              }
            },
            Runnable::run);
    return new Allowances(perSecond(rate), quotas);
  }
}
