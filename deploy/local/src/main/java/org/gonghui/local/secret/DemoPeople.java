package org.gonghui.local.secret;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The two members who can log in; their numbers have the prefix that belongs to nobody. */
public final class DemoPeople {
  private static final Map<String, String> ID_NUMBERS =
      Map.of("member.demo", "339999199001010013", "member2.demo", "339999199202020023");

  private final String personKeySecret;

  private DemoPeople(String personKeySecret) {
    this.personKeySecret = personKeySecret;
  }

  /** Also writes {@code demo-people.json}, from which a demo or a test takes them. */
  public static DemoPeople of(Secrets secrets) {
    var people = new DemoPeople(secrets.key("GONGHUI_PERSON_KEY_SECRET"));
    var file = new LinkedHashMap<String, Map<String, String>>();
    ID_NUMBERS.forEach(
        (user, number) ->
            file.put(user, Map.of("idNumber", number, "personKey", people.personKey(user))));
    secrets.write("demo-people.json", file);
    return people;
  }

  /** The key that every service computes from this member's identity number. */
  public String personKey(String user) {
    var number = ID_NUMBERS.getOrDefault(user, "").toUpperCase(Locale.ROOT);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(Hmac.of(personKeySecret, number));
  }
}
