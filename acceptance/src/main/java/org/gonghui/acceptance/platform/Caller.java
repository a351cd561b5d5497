package org.gonghui.acceptance.platform;

/** Somebody who knocks at the door. */
public sealed interface Caller {
  Caller CITY_OFFICER = new User("officer.city");
  Caller SECOND_OFFICER = new User("officer2.city");
  Caller APPROVER = new User("approver.city");
  Caller FINANCE = new User("finance.city");
  Caller REVIEWER = new User("reviewer.city");
  Caller SECOND_REVIEWER = new User("reviewer2.city");
  Caller AUDITOR = new User("auditor.city");
  Caller HOSPITAL = new Partner("hospital");
  Caller BANK = new Partner("bank");
  Caller CIVIL_AFFAIRS = new Partner("civil-affairs");

  /** A person who logs in. */
  record User(String name) implements Caller {}

  /** An agency with an API key. */
  record Partner(String name) implements Caller {}

  /** Nobody who says who it is. */
  record Stranger() implements Caller {}
}
