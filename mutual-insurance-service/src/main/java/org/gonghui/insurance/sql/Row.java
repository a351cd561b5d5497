package org.gonghui.insurance.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name. */
public final class Row {
  private final ResultSet results;

  Row(ResultSet results) {
    this.results = results;
  }

  public String text(String column) {
    return required(column, findText(column));
  }

  public @Nullable String findText(String column) {
    try {
      return results.getString(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public UUID uuid(String column) {
    return required(column, findUuid(column));
  }

  public @Nullable UUID findUuid(String column) {
    return read(column, UUID.class);
  }

  public LocalDate date(String column) {
    return required(column, findDate(column));
  }

  public @Nullable LocalDate findDate(String column) {
    return read(column, LocalDate.class);
  }

  public Instant instant(String column) {
    return required(column, findInstant(column));
  }

  public @Nullable Instant findInstant(String column) {
    var time = read(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }

  public Money money(String column) {
    return new Money(required(column, read(column, BigDecimal.class)));
  }

  public int number(String column) {
    return required(column, read(column, Integer.class));
  }

  public @Nullable Integer findNumber(String column) {
    return read(column, Integer.class);
  }

  public long big(String column) {
    return required(column, read(column, Long.class));
  }

  public boolean flag(String column) {
    return required(column, read(column, Boolean.class));
  }

  public byte[] bytes(String column) {
    return required(column, findBytes(column));
  }

  public byte @Nullable [] findBytes(String column) {
    try {
      return results.getBytes(column);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  public PersonKey person(String column) {
    return PersonKey.of(text(column));
  }

  public CreditCode employer(String column) {
    return CreditCode.of(text(column));
  }

  public <E extends Enum<E>> E choice(Class<E> type, String column) {
    return Enum.valueOf(type, text(column));
  }

  public List<String> texts(String column) {
    try {
      var array = results.getArray(column);
      return array == null ? List.of() : List.of((String[]) array.getArray());
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  @NullUnmarked
  private <T> T read(String column, Class<T> type) {
    try {
      return results.getObject(column, type);
    } catch (SQLException e) {
      throw new SqlFailure(e);
    }
  }

  private static <T> T required(String column, @Nullable T value) {
    if (value == null) {
      throw new IllegalStateException("column %s is null".formatted(column));
    }
    return value;
  }
}
