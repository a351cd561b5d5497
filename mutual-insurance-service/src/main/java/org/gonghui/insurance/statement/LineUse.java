package org.gonghui.insurance.statement;

import java.util.regex.Pattern;
import org.gonghui.insurance.bank.statement.StatementEntry;

/** What a booked line is for; every line has exactly one use. */
public enum LineUse {
  RECEIPT,
  RECOVERY,
  RETURN,
  PAYOUT,
  FEE,
  INTEREST,
  UNMATCHED;

  private static final Pattern OUR_ID = Pattern.compile("[0-9a-f]{32}");
  private static final Pattern DUE = Pattern.compile("(?i)MIC\\d{13}");
  private static final Pattern RECOVERY_DUE = Pattern.compile("(?i)MIR\\d{13}");
  private static final Pattern FEE_WORDS = Pattern.compile("(?i)手续费|工本费|\\bfee\\b");
  private static final Pattern INTEREST_WORDS = Pattern.compile("(?i)利息|结息|\\binterest\\b");

  /** What a line looks like by itself; payouts and returns must then find their attempt. */
  public static LineUse of(StatementEntry entry) {
    return switch (entry.direction()) {
      case DEBIT -> ofDebit(entry);
      case CREDIT -> ofCredit(entry);
    };
  }

  private static LineUse ofDebit(StatementEntry entry) {
    if (hasOurId(entry)) {
      return PAYOUT;
    }
    return FEE_WORDS.matcher(entry.remark()).find() ? FEE : UNMATCHED;
  }

  private static LineUse ofCredit(StatementEntry entry) {
    if (entry.returned() || hasOurId(entry)) {
      return RETURN;
    }
    if (DUE.matcher(entry.remark()).find()) {
      return RECEIPT;
    }
    if (RECOVERY_DUE.matcher(entry.remark()).find()) {
      return RECOVERY;
    }
    return INTEREST_WORDS.matcher(entry.remark()).find() ? INTEREST : RECEIPT;
  }

  private static boolean hasOurId(StatementEntry entry) {
    var id = entry.endToEndId();
    return id != null && OUR_ID.matcher(id).matches();
  }
}
