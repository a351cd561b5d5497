package org.gonghui.kit.idempotency;

import static org.gonghui.kit.problem.ProblemType.brokenRule;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.gonghui.kit.identity.Role;
import org.gonghui.kit.money.Money;
import org.gonghui.kit.problem.ProblemType;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Mints coins; each call that has an effect leaves one. */
@Path("/coins")
@RolesAllowed(Role.FINANCE)
@Transactional
@Idempotent(required = true)
public class CoinResource {
  static final ProblemType TOO_HEAVY = brokenRule("TOO_HEAVY", "The coin is too heavy", "硬币过重");
  static volatile CountDownLatch started = new CountDownLatch(1);
  static volatile CountDownLatch mayEnd = new CountDownLatch(1);

  private final DataSource database;

  CoinResource(DataSource database) {
    this.database = database;
  }

  @POST
  @Operation(operationId = "mintCoin", summary = "Mint")
  public RestResponse<Coin> mint(Order order) throws SQLException {
    var coin = insert(order.worth());
    return RestResponse.ResponseBuilder.create(RestResponse.Status.CREATED, coin)
        .location(URI.create("/coins/" + coin.id()))
        .header("ETag", "\"0\"")
        .build();
  }

  @POST
  @Path("plain")
  @ResponseStatus(202)
  @Operation(operationId = "plainCoin", summary = "Plain")
  public Coin plain(Order order) throws SQLException {
    return insert(order.worth());
  }

  @POST
  @Path("silent")
  @Idempotent
  @Operation(operationId = "silentCoin", summary = "Silent")
  public void silent(Order order) throws SQLException {
    var _ = insert(order.worth());
  }

  @POST
  @Path("failing")
  @Operation(operationId = "failingCoin", summary = "Failing")
  public Coin failing(Order order) throws SQLException {
    var coin = insert(order.worth());
    throw TOO_HEAVY.because("%s", coin.worth());
  }

  @POST
  @Path("slow")
  @Operation(operationId = "slowCoin", summary = "Slow")
  public Coin slow(Order order) throws Exception {
    var coin = insert(order.worth());
    started.countDown();
    if (!mayEnd.await(30, TimeUnit.SECONDS)) {
      throw new IllegalStateException("nobody let it end");
    }
    return coin;
  }

  @POST
  @Path("form")
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  @Operation(operationId = "formCoin", summary = "Form")
  public Coin form(@RestForm String worth, @RestForm FileUpload drawing) throws SQLException {
    return insert(Money.of(worth));
  }

  @POST
  @Path("stream")
  @Consumes("text/csv")
  @Operation(operationId = "streamCoin", summary = "Stream")
  public Coin stream(InputStream file) throws SQLException, IOException {
    return insert(Money.ofFen(file.readAllBytes().length));
  }

  private Coin insert(Money worth) throws SQLException {
    var coin = new Coin(UUID.randomUUID(), worth);
    try (var connection = database.getConnection();
        var insert = connection.prepareStatement("insert into coin values (?, ?)")) {
      insert.setObject(1, coin.id());
      insert.setBigDecimal(2, worth.amount());
      insert.executeUpdate();
    }
    return coin;
  }

  /** What to mint. */
  public record Order(Money worth) {}

  /** What was minted. */
  public record Coin(UUID id, Money worth) {}
}
