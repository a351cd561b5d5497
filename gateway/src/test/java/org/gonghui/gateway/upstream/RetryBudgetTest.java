package org.gonghui.gateway.upstream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RetryBudgetTest {
  private final RetryBudget budget = new RetryBudget();

  private int spendAll() {
    var spent = 0;
    while (budget.spend()) {
      spent++;
    }
    return spent;
  }

  @Test
  void ten_retries_are_there_for_quiet_times() {
    assertThat(spendAll()).isEqualTo(10);
  }

  @Test
  void ten_requests_earn_one_retry() {
    var _ = spendAll();

    for (var i = 0; i < 29; i++) {
      budget.earn();
    }

    assertThat(spendAll()).isEqualTo(2);
  }

  @Test
  void no_more_than_ten_are_saved() {
    for (var i = 0; i < 10_000; i++) {
      budget.earn();
    }

    assertThat(spendAll()).isEqualTo(10);
  }
}
