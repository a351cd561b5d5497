package org.gonghui.local.secret;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
  @TempDir Path folder;

  @Test
  void a_secret_is_made_once_and_the_same_ever_after() {
    var first = Secrets.in(folder).key("GONGHUI_PARTNER_PEPPER");

    assertThat(Base64.getDecoder().decode(first)).hasSize(32);
    assertThat(Secrets.in(folder).key("GONGHUI_PARTNER_PEPPER")).isEqualTo(first);
    assertThat(Secrets.in(folder).key("ANOTHER")).isNotEqualTo(first);
  }

  @Test
  void nobody_but_the_owner_reads_them() throws Exception {
    var inner = folder.resolve("secrets");
    Secrets.in(inner).password("POSTGRES_ADMIN_PASSWORD");

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(inner)))
        .isEqualTo("rwx------");
    var file = inner.resolve("environment.json");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  @Test
  void the_key_set_is_one_that_tink_encrypts_with() throws Exception {
    AeadConfig.register();
    var json = Base64.getDecoder().decode(Secrets.in(folder).keyset("GONGHUI_KEYSET"));

    var keyset =
        TinkJsonProtoKeysetFormat.parseKeyset(
            new String(json, StandardCharsets.UTF_8), InsecureSecretKeyAccess.get());
    var aead = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);

    var text = "339999199001010013".getBytes(StandardCharsets.UTF_8);
    var row = "row 1".getBytes(StandardCharsets.UTF_8);
    assertThat(aead.decrypt(aead.encrypt(text, row), row)).isEqualTo(text);
  }

  @Test
  void a_member_s_key_is_the_keyed_hash_of_the_identity_number() throws Exception {
    var secrets = Secrets.in(folder);
    var key = DemoPeople.of(secrets).personKey("member.demo");

    var expected = Hmac.of(secrets.key("GONGHUI_PERSON_KEY_SECRET"), "339999199001010013");
    assertThat(key).isEqualTo(Base64.getUrlEncoder().withoutPadding().encodeToString(expected));
    assertThat(folder.resolve("demo-people.json")).content().contains(key);
  }
}
