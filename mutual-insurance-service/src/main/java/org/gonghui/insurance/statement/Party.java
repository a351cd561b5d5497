package org.gonghui.insurance.statement;

import jakarta.inject.Singleton;
import org.gonghui.insurance.bank.statement.StatementEntry;
import org.gonghui.insurance.sql.Json;
import org.gonghui.kit.person.Seal;

/** The other side of a line in the bank's words, kept sealed as one value. */
public record Party(String name, String account, String remark) {
  @Override
  public String toString() {
    return "Party[sealed]";
  }

  /** Seals and opens parties. */
  @Singleton
  public static class Safe {
    private final Seal seal;
    private final Json json;

    Safe(Seal seal, Json json) {
      this.seal = seal;
      this.json = json;
    }

    byte[] seal(StatementEntry entry) {
      return seal.seal(json.write(new Party(entry.name(), entry.account(), entry.remark())));
    }

    Party open(byte[] sealed) {
      return json.read(seal.open(sealed), Party.class);
    }
  }
}
