package org.gonghui.acceptance.arithmetic;

import java.math.BigDecimal;

/** An amount of Chinese money, counted in its smallest coin (分). */
public record Fen(long count) implements Comparable<Fen> {
  public static final Fen ZERO = new Fen(0);

  public static Fen yuan(long yuan) {
    return new Fen(Math.multiplyExact(yuan, 100));
  }

  public static Fen of(String yuan) {
    return new Fen(new BigDecimal(yuan).movePointRight(2).longValueExact());
  }

  public Fen plus(Fen other) {
    return new Fen(Math.addExact(count, other.count));
  }

  public Fen minus(Fen other) {
    return new Fen(Math.subtractExact(count, other.count));
  }

  public Fen times(long factor) {
    return new Fen(Math.multiplyExact(count, factor));
  }

  /** The given percentage of this amount, rounded half up. */
  public Fen percent(int percent) {
    return new Fen((count * percent + 50) / 100);
  }

  public boolean isAbove(Fen other) {
    return count > other.count;
  }

  @Override
  public int compareTo(Fen other) {
    return Long.compare(count, other.count);
  }

  /** As the platform writes money: two decimals, no grouping. */
  @Override
  public String toString() {
    return BigDecimal.valueOf(count, 2).toPlainString();
  }
}
