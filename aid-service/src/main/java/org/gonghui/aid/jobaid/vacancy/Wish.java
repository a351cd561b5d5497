package org.gonghui.aid.jobaid.vacancy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.gonghui.aid.jobaid.vacancy.Offer.Shift;
import org.gonghui.kit.money.Money;
import org.jspecify.annotations.Nullable;

/** What somebody looks for; what is absent does not matter to them. */
public record Wish(
    String area, @Nullable String trade, @Nullable Money pay, @Nullable Shift shift) {
  private static final int COUNTY = 6;

  /** A vacancy with the reasons for its place; the more points, the better it fits. */
  record Match(Vacancy vacancy, int points, List<Reason> reasons) {}

  /** Why a vacancy fits. */
  public enum Reason {
    SAME_TRADE(4),
    PAY_AS_WISHED(2),
    SAME_TOWN(3),
    SAME_COUNTY(2),
    SHIFT_AS_WISHED(1);

    private final int points;

    Reason(int points) {
      this.points = points;
    }
  }

  /** The best first; of two alike the newer. */
  List<Match> rank(List<Vacancy> vacancies, int most) {
    return vacancies.stream()
        .map(this::match)
        .filter(match -> !match.reasons().isEmpty())
        .sorted(
            Comparator.comparingInt(Match::points)
                .thenComparing(match -> match.vacancy().id())
                .reversed())
        .limit(most)
        .toList();
  }

  private Match match(Vacancy vacancy) {
    var reasons = new ArrayList<Reason>();
    if (vacancy.trade().equals(trade)) {
      reasons.add(Reason.SAME_TRADE);
    }
    if (pay != null && vacancy.payTo().isAtLeast(pay)) {
      reasons.add(Reason.PAY_AS_WISHED);
    }
    if (vacancy.area().equals(area)) {
      reasons.add(Reason.SAME_TOWN);
    } else if (area.length() >= COUNTY && vacancy.area().startsWith(area.substring(0, COUNTY))) {
      reasons.add(Reason.SAME_COUNTY);
    }
    if (vacancy.shift() == shift) {
      reasons.add(Reason.SHIFT_AS_WISHED);
    }
    var points = reasons.stream().mapToInt(reason -> reason.points).sum();
    return new Match(vacancy, points, List.copyOf(reasons));
  }
}
