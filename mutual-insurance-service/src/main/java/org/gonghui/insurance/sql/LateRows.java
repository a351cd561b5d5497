package org.gonghui.insurance.sql;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows that nothing in their own transaction reads: those of one kind are inserted in one
 * statement, just before it commits.
 */
@ApplicationScoped
public class LateRows {
  private final Sql sql;
  private final TransactionSynchronizationRegistry transaction;

  LateRows(Sql sql, TransactionSynchronizationRegistry transaction) {
    this.sql = sql;
    this.transaction = transaction;
  }

  public void add(String insert, @Nullable Object... row) {
    gathered().computeIfAbsent(insert, _ -> new ArrayList<>()).add(row);
  }

  @SuppressWarnings("unchecked")
  private Map<String, List<@Nullable Object[]>> gathered() {
    var known = (Map<String, List<@Nullable Object[]>>) transaction.getResource(this);
    return known == null ? gather() : known;
  }

  private Map<String, List<@Nullable Object[]>> gather() {
    var gathered = new LinkedHashMap<String, List<@Nullable Object[]>>();
    transaction.putResource(this, gathered);
    transaction.registerInterposedSynchronization(
        new Synchronization() {
          @Override
          public void beforeCompletion() {
            gathered.forEach(sql::updateAll);
          }

          @Override
          public void afterCompletion(int status) {
            // Nothing is left to do: the rows came or went with the transaction.
          }
        });
    return gathered;
  }
}
