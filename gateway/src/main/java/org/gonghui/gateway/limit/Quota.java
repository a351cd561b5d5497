package org.gonghui.gateway.limit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A month's requests, of which this gateway has taken a portion from the shared count. A portion is
 * a four-hundredth of the month, fetched ahead; what runs over while one is fetched is a debt that
 * the next pays. So gateways together err by less than one percent, also when one is killed.
 */
public final class Quota {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int PORTIONS = 400;
  private static final int MOST_DEBT_OF_SMALL = 8;
  private static final long ASK_AGAIN_MILLIS = 10_000;

  private final UUID of;
  private final long monthly;
  private final long portion;
  private final long mostDebt;
  private final Consumer<Quota> fetch;
  private YearMonth month = YearMonth.of(1970, 1);
  private long monthEndsAtMillis;
  private long askedAtMillis;
  private long left;
  private long takenByAll;
  private boolean fetching;
  private boolean usedUp;

  Quota(UUID of, long monthly, Consumer<Quota> fetch) {
    this.of = of;
    this.monthly = monthly;
    this.portion = Math.max(1, monthly / PORTIONS);
    this.mostDebt = Math.max(portion, Math.min(MOST_DEBT_OF_SMALL, monthly));
    this.fetch = fetch;
  }

  /** How a request fared. */
  enum Taken {
    GRANTED,
    USED_UP,
    UNKNOWN
  }

  synchronized Taken take(long nowMillis) {
    if (nowMillis >= monthEndsAtMillis) {
      begin(nowMillis);
    }
    if (left <= 0 && usedUp) {
      askAgain(nowMillis);
      return Taken.USED_UP;
    }
    if (left <= -mostDebt) {
      fetchOnce();
      return Taken.UNKNOWN;
    }
    left--;
    if (left <= portion / 2) {
      fetchOnce();
    }
    return Taken.GRANTED;
  }

  /** Another gateway that stops gives back what it had. */
  private void askAgain(long nowMillis) {
    if (!fetching && nowMillis - askedAtMillis > ASK_AGAIN_MILLIS) {
      askedAtMillis = nowMillis;
      fetching = true;
      fetch.accept(this);
    }
  }

  /** What was taken of the last month stays with it. */
  private void begin(long nowMillis) {
    month = YearMonth.from(Instant.ofEpochMilli(nowMillis).atZone(ZONE));
    monthEndsAtMillis = month.plusMonths(1).atDay(1).atStartOfDay(ZONE).toInstant().toEpochMilli();
    left = 0;
    takenByAll = 0;
    usedUp = false;
  }

  private void fetchOnce() {
    if (!fetching && !usedUp) {
      fetching = true;
      fetch.accept(this);
    }
  }

  /** What to take from the shared count: the debt, and a portion. */
  synchronized Wish wish() {
    var debt = Math.max(0, -left);
    left += debt;
    return new Wish(of, month.atDay(1), debt, portion, monthly);
  }

  synchronized void granted(Wish wish, long granted, long takenNow) {
    fetching = false;
    if (wish.month().equals(month.atDay(1))) {
      left += granted;
      takenByAll = takenNow;
      usedUp = granted < portion;
    }
  }

  /** The count could not be reached: the debt stands. */
  synchronized void failed(Wish wish) {
    fetching = false;
    if (wish.month().equals(month.atDay(1))) {
      left -= wish.debt();
    }
  }

  /** Gives back what is left when the gateway stops. */
  synchronized Wish surrender() {
    var wish = new Wish(of, month.atDay(1), -left, 0, monthly);
    left = 0;
    return wish;
  }

  String policy() {
    return ", \"quota\";q=%d;w=2592000".formatted(monthly);
  }

  synchronized String left(long nowMillis) {
    var remaining = Math.max(0, monthly - takenByAll + left);
    return ", \"quota\";r=" + remaining + ";t=" + secondsLeft(nowMillis);
  }

  synchronized int secondsLeft(long nowMillis) {
    return (int) ((monthEndsAtMillis - nowMillis) / 1000) + 1;
  }

  /** What a gateway wants of a shared count: the debt in any case, the portion if there is one. */
  record Wish(UUID of, LocalDate month, long debt, long portion, long monthly) {}
}
