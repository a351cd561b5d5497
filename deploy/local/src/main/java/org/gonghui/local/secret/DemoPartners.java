package org.gonghui.local.secret;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gonghui.local.process.ServerFailure;

/** The agencies that the local platform knows, each with a key made once per checkout. */
public final class DemoPartners {
  private static final String CITY = "3306";
  private static final String CLEAR_KEYS = "partner-keys.json";
  private static final String FOR_GATEWAY = "demo-partners.json";
  private static final List<Partner> PARTNERS =
      List.of(
          new Partner(
              "hospital",
              "Demo hospital",
              Set.of("mutual-insurance:settlements:write"),
              List.of("*")),
          new Partner(
              "bank",
              "Demo bank",
              Set.of("mutual-insurance:bank:write", "mutual-insurance:bank:read"),
              List.of()),
          new Partner(
              "bureau",
              "Demo medical-insurance bureau",
              Set.of("mutual-insurance:settlements:write", "mutual-insurance:eligibility:read"),
              List.of("*")),
          new Partner(
              "civil-affairs",
              "Demo civil-affairs bureau",
              Set.of("mutual-insurance:deaths:write"),
              List.of()));

  private final Path file;
  private final Map<String, String> keys;

  private DemoPartners(Path file, Map<String, String> keys) {
    this.file = file;
    this.keys = keys;
  }

  /** Makes the keys that are missing and writes the file from which the gateway seeds itself. */
  public static DemoPartners of(Secrets secrets) {
    var keys = readKeys(secrets.file(CLEAR_KEYS));
    PARTNERS.forEach(
        partner -> keys.computeIfAbsent(partner.id(), _ -> PartnerKey.generate().text()));
    secrets.write(CLEAR_KEYS, keys);
    var pepper = secrets.key("GONGHUI_PARTNER_PEPPER");
    var seeds =
        PARTNERS.stream()
            .map(
                partner ->
                    seed(partner, PartnerKey.parse(keys.getOrDefault(partner.id(), "")), pepper))
            .toList();
    secrets.write(FOR_GATEWAY, Map.of("partners", seeds));
    return new DemoPartners(secrets.file(FOR_GATEWAY), keys);
  }

  /** Hashed keys, for the gateway. */
  public Path file() {
    return file;
  }

  public String key(String partner) {
    return keys.getOrDefault(partner, "");
  }

  private static Map<String, Object> seed(Partner partner, PartnerKey key, String pepper) {
    var seed = new LinkedHashMap<String, Object>();
    seed.put("id", partner.id());
    seed.put("name", partner.name());
    seed.put("area", CITY);
    seed.put("status", "ACTIVE");
    seed.put("scopes", partner.scopes().stream().sorted().toList());
    seed.put("providers", partner.providers());
    seed.put("publicId", key.publicId());
    seed.put("secretHmac", key.secretHmac(pepper));
    seed.put("notAfter", "2036-01-01T00:00:00Z");
    return seed;
  }

  private static Map<String, String> readKeys(Path file) {
    try {
      return Files.exists(file)
          ? new ObjectMapper()
              .readValue(file.toFile(), new TypeReference<LinkedHashMap<String, String>>() {})
          : new LinkedHashMap<>();
    } catch (IOException cause) {
      throw new ServerFailure("The partner keys cannot be read: " + cause.getMessage(), cause);
    }
  }

  private record Partner(String id, String name, Set<String> scopes, List<String> providers) {}
}
