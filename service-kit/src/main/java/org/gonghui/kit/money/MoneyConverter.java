package org.gonghui.kit.money;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Keeps {@link Money} in a {@code numeric(14,2)} column. */
@Converter(autoApply = true)
public class MoneyConverter implements AttributeConverter<Money, BigDecimal> {
  @Override
  public @Nullable BigDecimal convertToDatabaseColumn(@Nullable Money money) {
    return money == null ? null : money.amount();
  }

  @Override
  public @Nullable Money convertToEntityAttribute(@Nullable BigDecimal amount) {
    return amount == null ? null : new Money(amount);
  }
}
