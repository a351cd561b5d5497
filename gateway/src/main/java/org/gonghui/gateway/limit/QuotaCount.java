package org.gonghui.gateway.limit;

import java.sql.SQLException;
import org.gonghui.gateway.limit.Quota.Wish;

/** What all gateways together have taken of each month. */
interface QuotaCount {
  /** Takes the debt in any case, and of the portion what is left. */
  Taken take(Wish wish) throws SQLException;

  /** What was granted, and what is now taken by all. */
  record Taken(long granted, long byAll) {}
}
