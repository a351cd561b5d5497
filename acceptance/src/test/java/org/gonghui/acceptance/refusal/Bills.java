package org.gonghui.acceptance.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.gonghui.acceptance.demo.OpeningYear;
import org.gonghui.acceptance.demo.Stage;
import org.gonghui.acceptance.file.RosterFile;
import org.gonghui.acceptance.journey.RunningPlatform;
import org.gonghui.acceptance.journey.World;
import org.gonghui.acceptance.people.Member;
import org.gonghui.acceptance.people.Numbers;
import org.gonghui.acceptance.platform.Answer;
import org.gonghui.acceptance.platform.Body;
import org.gonghui.acceptance.platform.Call;
import org.gonghui.acceptance.platform.Caller;

/** Stays of members in cover whom no other test speaks of, each with a bill that adds up. */
final class Bills {
  private static final int HEADS = 80;
  private static final LocalDate LONG_COVERED = LocalDate.of(2015, 1, 1);
  private static final AtomicInteger STAYS =
      new AtomicInteger((int) (System.currentTimeMillis() / 1_000 % 100_000) * 100);
  private static final AtomicInteger TAKEN = new AtomicInteger();
  private static final Map<World, List<String>> IN_COVER = new ConcurrentHashMap<>();
  private final World world;

  private Bills(World world) {
    this.world = world;
  }

  static Bills of(RunningPlatform platform) {
    return new Bills(World.of(platform));
  }

  World world() {
    return world;
  }

  /** Where these members work; the journeys are elsewhere. */
  String town() {
    return world.employer(5).town();
  }

  /** A member in cover, another one each time. */
  String member() {
    return IN_COVER.computeIfAbsent(world, this::enrol).get(TAKEN.getAndIncrement());
  }

  private List<String> enrol(World world) {
    var office = Office.of(world);
    var members = IntStream.range(0, HEADS).mapToObj(Bills::newMember).toList();
    var employer = office.employer(HEADS, town());
    var checked =
        office.checked(office.upload(employer, "all.csv", RosterFile.of(members.stream())));
    var submitted = office.submit(checked).require();
    var applied = world.stage().await(Caller.CITY_OFFICER, Office.path(submitted), "APPLIED");
    office.pay(office.due(applied));
    return members.stream().map(Member::citizenId).toList();
  }

  private static Member newMember(int index) {
    return new Member(
        index,
        "王小明",
        Office.person(),
        "139%08d".formatted(index),
        LONG_COVERED,
        Numbers.card("621799", index),
        "102337000012",
        LONG_COVERED);
  }

  /** A settlement of a stay of that member which a hospital might send. */
  ObjectNode settlement(String idNumber) {
    var no = "R-" + STAYS.incrementAndGet();
    return Body.of(
        "settlementNo",
        no,
        "idNumber",
        idNumber,
        "stay",
        stay(no),
        "declaredAt",
        Stage.at(LocalDate.of(World.YEAR, 7, 25)));
  }

  static ObjectNode stay(String invoiceNo) {
    return Body.of(
        "providerCode",
        OpeningYear.HOSPITAL,
        "invoiceNo",
        invoiceNo,
        "admittedOn",
        World.YEAR + "-07-02",
        "dischargedOn",
        World.YEAR + "-07-12",
        "diagnoses",
        List.of("J18.9"),
        "totalCost",
        "12000.00",
        "fundPaid",
        "7400.00",
        "inListSelfPaid",
        "3800.00",
        "offListSelfPaid",
        "800.00");
  }

  Answer send(Caller source, JsonNode settlement) {
    return world
        .stage()
        .gateway()
        .patiently(
            Call.post(source, Stage.API + "/settlements")
                .once(UUID.randomUUID().toString())
                .json(settlement));
  }

  /** How many claims there are in the town of these members. */
  int claims() {
    return world.claimsIn(town()).size();
  }

  /** The claim that the settlement has led to. */
  JsonNode newest() {
    var claims = world.claimsIn(town());
    return claims.stream()
        .max(java.util.Comparator.comparing(claim -> claim.path("id").asText()))
        .orElseThrow();
  }

  Answer decide(Caller caller, String path, Answer seen, JsonNode body) {
    return world
        .stage()
        .gateway()
        .patiently(
            Call.post(caller, Stage.API + path)
                .once(UUID.randomUUID().toString())
                .seen(seen.etag())
                .json(body));
  }
}
