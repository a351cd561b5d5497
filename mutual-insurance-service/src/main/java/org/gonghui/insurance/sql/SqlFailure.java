package org.gonghui.insurance.sql;

import java.sql.SQLException;

/** A statement that the database refused; its state tells a broken constraint from a lost race. */
public final class SqlFailure extends RuntimeException {
  private static final String UNIQUE = "23505";
  private static final String EXCLUSION = "23P01";
  private static final String CHECK = "23514";

  private final SQLException reason;

  SqlFailure(SQLException reason) {
    super(reason);
    this.reason = reason;
  }

  /** Whether a unique or exclusion constraint was broken. */
  public boolean isDuplicate() {
    return UNIQUE.equals(reason.getSQLState()) || EXCLUSION.equals(reason.getSQLState());
  }

  public boolean isCheck() {
    return CHECK.equals(reason.getSQLState());
  }

  public boolean names(String constraint) {
    return String.valueOf(reason.getMessage()).contains(constraint);
  }
}
