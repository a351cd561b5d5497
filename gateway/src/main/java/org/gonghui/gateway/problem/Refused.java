package org.gonghui.gateway.problem;

/** One request said no to; costs no stack trace, since refusing must be cheap. */
public final class Refused extends RuntimeException {
  private final Refusal refusal;
  private final int retryAfterSeconds;

  Refused(Refusal refusal, String detail, int retryAfterSeconds) {
    super(detail, null, false, false);
    this.refusal = refusal;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  public Refusal refusal() {
    return refusal;
  }

  public String detail() {
    return String.valueOf(getMessage());
  }

  /** Zero when trying again is no use. */
  public int retryAfterSeconds() {
    return retryAfterSeconds;
  }
}
