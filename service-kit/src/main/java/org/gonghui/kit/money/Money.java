package org.gonghui.kit.money;

import static org.gonghui.kit.problem.ProblemType.invalid;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gonghui.kit.problem.ProblemType;

/**
 * An amount in CNY, exact to the fen (分); negative only as a difference. On the wire a string such
 * as "1938.00".
 */
@Schema(
    type = SchemaType.STRING,
    description = "CNY, exact to the fen",
    pattern = "^-?\\d{1,12}(\\.\\d{1,2})?$",
    maxLength = 16,
    examples = "1938.00")
public record Money(BigDecimal amount) implements Comparable<Money> {
  public static final Money ZERO = new Money(BigDecimal.ZERO);
  public static final ProblemType INVALID_AMOUNT =
      invalid("INVALID_AMOUNT", "Not an amount of money", "金额无效");
  private static final int DIGITS = 14;

  public Money {
    if (amount.stripTrailingZeros().scale() > 2) {
      throw INVALID_AMOUNT.because("an amount has at most two decimals");
    }
    amount = amount.setScale(2);
    if (amount.precision() > DIGITS) {
      throw INVALID_AMOUNT.because("an amount has at most twelve digits before the point");
    }
  }

  /**
   * Reads the wire form: digits, optionally a point and one or two decimals, optionally a minus.
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static Money of(String text) {
    if (!text.matches("-?\\d{1,12}(\\.\\d{1,2})?")) {
      throw INVALID_AMOUNT.because("an amount is a string such as \"1938.00\"");
    }
    return new Money(new BigDecimal(text));
  }

  public static Money ofFen(long fen) {
    return new Money(BigDecimal.valueOf(fen, 2));
  }

  /** The documented rounding rule: down to the fen. */
  public static Money roundDown(BigDecimal exact) {
    return new Money(exact.setScale(2, RoundingMode.DOWN));
  }

  public static Money sum(Collection<Money> amounts) {
    return amounts.stream().reduce(ZERO, Money::plus);
  }

  public long fen() {
    return amount.unscaledValue().longValueExact();
  }

  public Money plus(Money other) {
    return new Money(amount.add(other.amount));
  }

  public Money minus(Money other) {
    return new Money(amount.subtract(other.amount));
  }

  public Money times(long count) {
    return new Money(amount.multiply(BigDecimal.valueOf(count)));
  }

  public Money negated() {
    return new Money(amount.negate());
  }

  public Money min(Money other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Money max(Money other) {
    return compareTo(other) >= 0 ? this : other;
  }

  public boolean isZero() {
    return amount.signum() == 0;
  }

  public boolean isPositive() {
    return amount.signum() > 0;
  }

  public boolean isNegative() {
    return amount.signum() < 0;
  }

  public boolean isAtLeast(Money other) {
    return compareTo(other) >= 0;
  }

  public boolean isMoreThan(Money other) {
    return compareTo(other) > 0;
  }

  /**
   * Splits by weight with the largest remainder; ties go to the earlier part, and the parts add up
   * exactly.
   */
  public List<Money> split(List<BigDecimal> weights) {
    var total = weights.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    var fen = BigDecimal.valueOf(fen());
    var parts = new ArrayList<Long>();
    var remainders = new ArrayList<BigDecimal>();
    for (var weight : weights) {
      var quotient = fen.multiply(weight).divideAndRemainder(total);
      parts.add(quotient[0].longValueExact());
      remainders.add(quotient[1]);
    }
    var missing = fen() - parts.stream().mapToLong(Long::longValue).sum();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing(remainders::get, Comparator.reverseOrder()))
        .limit(missing)
        .forEach(i -> parts.set(i, parts.get(i) + 1));
    return parts.stream().map(Money::ofFen).toList();
  }

  @Override
  public int compareTo(Money other) {
    return amount.compareTo(other.amount);
  }

  @JsonValue
  @Override
  public String toString() {
    return amount.toPlainString();
  }
}
