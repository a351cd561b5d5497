package org.gonghui.insurance.bank;

import static org.gonghui.insurance.bank.BankProblems.BANK_FILE_INVALID;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.Fault;
import org.gonghui.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/** The fields of one line, read strictly; a fault names line and field. */
public record Fields(long line, List<String> values) {
  private static final String AMOUNT = "-?\\d{1,12}(\\.\\d{1,2})?";

  public String type() {
    return values.getFirst();
  }

  public Fields requireSize(int size) {
    if (values.size() != size) {
      throw fault("", "has %d fields instead of %d".formatted(values.size(), size));
    }
    return this;
  }

  public void requireValue(int index, String name, String expected) {
    if (!values.get(index).equals(expected)) {
      throw fault(name, "must be " + expected);
    }
  }

  public String text(int index, String name, int maxLength) {
    var text = optionalText(index, name, maxLength);
    if (text.isBlank()) {
      throw fault(name, "must not be empty");
    }
    return text;
  }

  public String optionalText(int index, String name, int maxLength) {
    return plain(values.get(index), name, maxLength);
  }

  /** Text without control characters or halves of characters, which no database column takes. */
  public String plain(String text, String name, int maxLength) {
    if (text.length() > maxLength) {
      throw fault(name, "has more than %d characters".formatted(maxLength));
    }
    if (text.codePoints().anyMatch(c -> Character.isISOControl(c) || isSurrogate(c))) {
      throw fault(name, "has a control character");
    }
    return text.strip();
  }

  public Money amount(int index, String name) {
    var amount = balance(index, name);
    if (!amount.isPositive()) {
      throw fault(name, "must be above 0.00");
    }
    return amount;
  }

  public @Nullable Money optionalAmount(int index, String name) {
    return values.get(index).isBlank() ? null : amount(index, name);
  }

  public Money balance(int index, String name) {
    var text = values.get(index).strip();
    if (!text.matches(AMOUNT)) {
      throw fault(name, "is not an amount such as 1938.00");
    }
    return Money.of(text);
  }

  public @Nullable Money optionalBalance(int index, String name) {
    return values.get(index).isBlank() ? null : balance(index, name);
  }

  public LocalDate date(int index, String name) {
    var text = values.get(index).strip();
    try {
      if (text.matches("20\\d\\d-\\d\\d-\\d\\d")) {
        return LocalDate.parse(text);
      }
    } catch (DateTimeParseException _) {
      // No such day; refused below like any other text.
    }
    throw fault(name, "is not a date such as 2017-12-29");
  }

  public @Nullable LocalDate optionalDate(int index, String name) {
    return values.get(index).isBlank() ? null : date(index, name);
  }

  public int count(int index, String name) {
    var text = values.get(index).strip();
    if (!text.matches("\\d{1,7}")) {
      throw fault(name, "is not a count");
    }
    return Integer.parseInt(text);
  }

  public Problem fault(String name, String message) {
    var pointer = "/lines/" + line + (name.isEmpty() ? "" : "/" + name);
    return BANK_FILE_INVALID
        .because("line %d: %s %s", line, name, message)
        .and(new Fault(pointer, BANK_FILE_INVALID.code(), message));
  }

  private static boolean isSurrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }
}
