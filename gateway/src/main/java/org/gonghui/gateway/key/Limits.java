package org.gonghui.gateway.key;

import jakarta.persistence.Embeddable;
import java.util.List;
import org.gonghui.gateway.key.KeyTerms.Rate;
import org.jspecify.annotations.Nullable;

/** The terms of a key as they are kept. */
@Embeddable
public record Limits(
    String name,
    List<String> addresses,
    @Nullable Integer perSecond,
    @Nullable Integer burst,
    @Nullable Long monthlyQuota) {

  public static Limits of(KeyTerms terms) {
    var rate = terms.rate();
    return new Limits(
        terms.name(),
        terms.requireAddresses(),
        rate == null ? null : rate.perSecond(),
        rate == null ? null : rate.burst(),
        terms.monthlyQuota());
  }

  public KeyTerms terms() {
    var rate = perSecond == null || burst == null ? null : new Rate(perSecond, burst);
    return new KeyTerms(name, addresses, rate, monthlyQuota);
  }
}
