package org.gonghui.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoPartnersTest {
  @TempDir Path folder;

  @Test
  void a_key_has_the_documented_form_and_its_checksum() {
    var key = new PartnerKey("abcdefghijkl", "m".repeat(52));

    // CRC-32 of the text before the last underscore, as `python3 -c "import zlib"` computes it.
    assertThat(key.text()).isEqualTo("ghk_abcdefghijkl_" + "m".repeat(52) + "_lalt2wy");
    assertThat(PartnerKey.generate().text()).matches("ghk_[a-z2-7]{12}_[a-z2-7]{52}_[a-z2-7]{7}");
    assertThat(PartnerKey.parse(key.text())).isEqualTo(key);
  }

  @Test
  void keys_stay_the_same_and_the_gateway_gets_only_their_hash() throws Exception {
    var secrets = Secrets.in(folder);
    var key = DemoPartners.of(secrets).key("hospital");

    var again = DemoPartners.of(Secrets.in(folder));
    var seeds = new ObjectMapper().readTree(again.file().toFile());

    assertThat(again.key("hospital")).isEqualTo(key);
    var hospital = seeds.at("/partners/0");
    assertThat(hospital.at("/id").asText()).isEqualTo("hospital");
    assertThat(hospital.at("/scopes/0").asText()).isEqualTo("mutual-insurance:settlements:write");
    assertThat(hospital.at("/providers/0").asText()).isEqualTo("*");
    assertThat(hospital.at("/publicId").asText()).isEqualTo(key.split("_")[1]);
    assertThat(hospital.at("/secretHmac").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(Hmac.of(secrets.key("GONGHUI_PARTNER_PEPPER"), key.split("_")[2])));
    assertThat(again.file()).content().doesNotContain(key.split("_")[2]);
  }
}
