package org.gonghui.kit.identity;

/** The realm roles, as named in tokens. */
public final class Role {
  public static final String MEMBER = "member";
  public static final String EMPLOYER_CLERK = "employer-clerk";
  public static final String OFFICER = "officer";
  public static final String APPROVER = "approver";
  public static final String FINANCE = "finance";
  public static final String REVIEWER = "reviewer";
  public static final String LAWYER = "lawyer";
  public static final String AUDITOR = "auditor";
  public static final String OPS = "ops";

  private Role() {}
}
