package org.gonghui.kit.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The real servers behind every {@code @QuarkusTest}: Kafka, a fresh database with its two roles,
 * and the keys. Found by itself (service loader), so a test names nothing; the servers are started
 * once per JVM and shared.
 */
public class TestServers implements QuarkusTestResourceLifecycleManager {
  private static final String KEYSET = TestKeyset.fresh();

  @Override
  public Map<String, String> start() {
    var kafka = CompletableFuture.supplyAsync(TestKafka::bootstrapServers);
    var database = TestPostgres.freshDatabase();
    return Map.of(
        "quarkus.datasource.jdbc.url",
        database.url(),
        "quarkus.datasource.username",
        database.applicationRole(),
        "quarkus.datasource.password",
        TestPostgres.PASSWORD,
        "quarkus.flyway.username",
        database.ownerRole(),
        "quarkus.flyway.password",
        TestPostgres.PASSWORD,
        "kafka.bootstrap.servers",
        kafka.join(),
        "gonghui.internal-token-key",
        TestTokens.KEY,
        "gonghui.keyset",
        KEYSET,
        "gonghui.person-key-secret",
        TestTokens.PERSON_KEY_SECRET);
  }

  @Override
  public void stop() {
    // The servers are shared by the JVM and end with it.
  }
}
