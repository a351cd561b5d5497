package org.gonghui.acceptance.hostile;

/** What is wrong with a request. */
public enum Mischief {
  WRONG_TYPE,
  UNKNOWN_FIELD,
  HUGE_BODY,
  BROKEN_JSON,
  DEEP_JSON,
  LONE_SURROGATE,
  NUL_CHARACTER,
  WRONG_ENCODING,
  WRONG_CONTENT_TYPE,
  BAD_MONEY,
  IMPOSSIBLE_DATE,
  WRONG_NUMBER,
  LONG_TEXT,
  NO_IDEMPOTENCY_KEY,
  BAD_IDEMPOTENCY_KEY,
  BAD_VERSION,
  UNKNOWN_ID,
  MALFORMED_ID,
  UNKNOWN_QUERY,
  WRONG_QUERY,
  PATH_TRICK,
  WRONG_METHOD,
  NO_CREDENTIALS,
  FORGED_CREDENTIALS;

  /** Whether such a request is wrong for every operation, so that no good answer may come. */
  boolean isAlwaysWrong() {
    return switch (this) {
      case UNKNOWN_FIELD, HUGE_BODY, BROKEN_JSON, DEEP_JSON, LONE_SURROGATE, NUL_CHARACTER -> true;
      case WRONG_ENCODING, WRONG_CONTENT_TYPE, UNKNOWN_QUERY, PATH_TRICK -> true;
      case NO_CREDENTIALS, FORGED_CREDENTIALS, MALFORMED_ID, WRONG_METHOD, BAD_VERSION -> true;
      case WRONG_TYPE, BAD_MONEY, IMPOSSIBLE_DATE, WRONG_NUMBER, LONG_TEXT -> false;
      case NO_IDEMPOTENCY_KEY, BAD_IDEMPOTENCY_KEY, UNKNOWN_ID, WRONG_QUERY -> false;
    };
  }

  /** Whether this can be done to a request of the operation. */
  boolean suits(Operation operation) {
    return switch (this) {
      case WRONG_TYPE, UNKNOWN_FIELD, BROKEN_JSON, DEEP_JSON, LONE_SURROGATE ->
          operation.takesJson();
      case NUL_CHARACTER, WRONG_ENCODING, BAD_MONEY, IMPOSSIBLE_DATE -> operation.takesJson();
      case WRONG_NUMBER, LONG_TEXT, WRONG_CONTENT_TYPE, HUGE_BODY -> operation.takesJson();
      case NO_IDEMPOTENCY_KEY, BAD_IDEMPOTENCY_KEY -> operation.method().equals("POST");
      case BAD_VERSION -> operation.has("header", "If-Match");
      case UNKNOWN_ID, MALFORMED_ID -> operation.path().contains("{");
      case UNKNOWN_QUERY, WRONG_QUERY, PATH_TRICK -> true;
      case WRONG_METHOD, NO_CREDENTIALS, FORGED_CREDENTIALS -> true;
    };
  }
}
