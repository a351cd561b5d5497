package org.gonghui.kit.testing;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Set;
import org.gonghui.kit.identity.Caller;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.person.CreditCode;
import org.gonghui.kit.person.PersonKey;
import org.jspecify.annotations.Nullable;

/** Somebody who calls, as tests tell it; starts as a person of the city without any role. */
public record TestCaller(
    Caller.Kind kind,
    String subject,
    String name,
    Set<String> roles,
    String area,
    @Nullable String personKey,
    @Nullable String employer,
    List<String> providers) {
  public static final String CITY = "3306";

  public static TestCaller aCaller() {
    return new TestCaller(
        Caller.Kind.USER, "sub-somebody", "somebody", Set.of(), CITY, null, null, List.of());
  }

  public static TestCaller anOfficer(String area) {
    return aCaller().named("officer." + area).with(Role.OFFICER).in(area);
  }

  public static TestCaller aMember(PersonKey person) {
    return aCaller().named("member." + person).with(Role.MEMBER).person(person);
  }

  public static TestCaller aClerk(CreditCode employer, String area) {
    return aCaller()
        .named("clerk." + employer)
        .with(Role.EMPLOYER_CLERK)
        .employer(employer)
        .in(area);
  }

  /** A partner agency with its scopes. */
  public static TestCaller aPartner(String name, String... scopes) {
    return new TestCaller(
        Caller.Kind.PARTNER, "partner:" + name, name, Set.of(scopes), CITY, null, null, List.of());
  }

  /** Somebody with one role in an area; the name tells both. */
  public static TestCaller a(String role, String area) {
    return aCaller().named(role + "." + area).with(role).in(area);
  }

  public TestCaller with(String... moreRoles) {
    return new TestCaller(
        kind, subject, name, Set.of(moreRoles), area, personKey, employer, providers);
  }

  public TestCaller in(String otherArea) {
    return new TestCaller(kind, subject, name, roles, otherArea, personKey, employer, providers);
  }

  /** Another name means another subject. */
  public TestCaller named(String other) {
    return new TestCaller(kind, "sub-" + other, other, roles, area, personKey, employer, providers);
  }

  public TestCaller person(PersonKey key) {
    return new TestCaller(kind, subject, name, roles, area, key.value(), employer, providers);
  }

  public TestCaller employer(CreditCode code) {
    return new TestCaller(kind, subject, name, roles, area, personKey, code.value(), providers);
  }

  public TestCaller providers(String... codes) {
    return new TestCaller(kind, subject, name, roles, area, personKey, employer, List.of(codes));
  }

  public String token() {
    return TestTokens.of(this);
  }

  /** A JSON request of this caller; paths are the service's full ones. */
  public RequestSpecification request() {
    return given().auth().oauth2(token()).contentType(ContentType.JSON);
  }
}
