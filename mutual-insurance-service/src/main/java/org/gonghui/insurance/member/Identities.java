package org.gonghui.insurance.member;

import jakarta.enterprise.context.ApplicationScoped;
import java.text.Normalizer;
import org.gonghui.insurance.member.Person.Identity;
import org.gonghui.insurance.sql.Json;
import org.gonghui.kit.person.CitizenId;
import org.gonghui.kit.person.PersonKey;
import org.gonghui.kit.person.PersonKeys;
import org.gonghui.kit.person.Seal;

/** Seals what is personal and finds it again by keyed hashes. */
@ApplicationScoped
public class Identities {
  private final Seal seal;
  private final PersonKeys keys;
  private final Json json;

  Identities(Seal seal, PersonKeys keys, Json json) {
    this.seal = seal;
    this.keys = keys;
    this.json = json;
  }

  public PersonKey keyOf(CitizenId id) {
    return keys.of(id);
  }

  public byte[] seal(Identity identity) {
    return seal.seal(json.write(identity));
  }

  public Identity open(byte[] sealed) {
    return json.read(seal.open(sealed), Identity.class);
  }

  public byte[] sealText(String text) {
    return seal.seal(text);
  }

  public String openText(byte[] sealed) {
    return seal.open(sealed);
  }

  /** Equal names have equal indexes, whatever their width or spacing. */
  public String nameIndex(String name) {
    return keys.blindIndex("name", normalised(name));
  }

  public String accountIndex(String account) {
    return keys.blindIndex("account", normalised(account));
  }

  /** NFKC without any spaces. */
  public static String normalised(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", "");
  }
}
