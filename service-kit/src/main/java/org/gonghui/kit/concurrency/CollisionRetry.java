package org.gonghui.kit.concurrency;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;

/** Runs every outermost transactional method again that collided with another. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class CollisionRetry {
  private final TransactionSynchronizationRegistry transactions;

  CollisionRetry(TransactionSynchronizationRegistry transactions) {
    this.transactions = transactions;
  }

  @AroundInvoke
  Object run(InvocationContext call) throws Exception {
    return transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION
        ? Retries.run(call::proceed)
        : call.proceed();
  }
}
