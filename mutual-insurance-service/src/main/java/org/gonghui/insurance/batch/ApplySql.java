package org.gonghui.insurance.batch;

/** The statements that apply a portion of rows; persons are always touched in the same order. */
final class ApplySql {
  private static final String PORTION =
      " r.batch_id = ? and r.row_no between ? and ? and r.status = 'VALID' ";

  static final String PERSONS =
      """
      insert into person (person_key, identity, name_index, consent_state, consent_at,
        consent_evidence)
      select person_key, identity, name_index,
        case when consent then 'GIVEN' else 'NONE' end,
        case when consent then ?::timestamptz end,
        case when consent then 'ROSTER' end
      from enrolment_row r where %s order by person_key
      on conflict (person_key) do nothing
      """
          .formatted(PORTION);

  /** Never over the member's own withdrawal. */
  static final String CONSENTS =
      """
      update person p set consent_state = 'GIVEN', consent_at = ?, consent_evidence = 'ROSTER',
        version = version + 1
      from (select person_key from enrolment_row r where %s and consent order by person_key) r
      where p.person_key = r.person_key and p.consent_state = 'NONE'
      """
          .formatted(PORTION);

  static final String DECEASED =
      """
      update enrolment_row r set status = 'REJECTED',
        marks = coalesce(marks, '{}') || '{DECEASED}'
      from person p
      where %s and p.person_key = r.person_key and p.died_on is not null
      """
          .formatted(PORTION);

  /** Whoever is enrolled meanwhile, here or elsewhere, is left out; the index guards the rule. */
  static final String ENROL =
      """
      insert into enrolment (id, plan_code, plan_year, person_key, status, cover_from,
        cover_until, covered_since, split_code, employer, area, batch_id, row_no, due_id,
        created_at)
      select uuidv7(), ?, ?, person_key, 'PENDING_PAYMENT', ?, ?, covered_since,
        case when union_paid then ? else ? end, ?, ?, batch_id, row_no, ?, ?
      from enrolment_row r where %s order by person_key
      on conflict (person_key, plan_code, plan_year)
        where status not in ('WITHDRAWN', 'LAPSED') and cover_from < cover_until do nothing
      """
          .formatted(PORTION);

  /** The first account is usable at once; only people known before may have money waiting. */
  static final String ACCOUNTS =
      """
      with given as (
        insert into payee_account (id, person_key, holder, account, account_index, bank_code,
          status, maker, usable_from, created_at)
        select uuidv7(), person_key, holder, account, account_index, bank_code, 'CONFIRMED',
          ?, ?, ?
        from enrolment_row r where %s and account is not null order by person_key
        on conflict (person_key) where status = 'CONFIRMED' do nothing
        returning person_key)
      select g.person_key from given g join person p using (person_key) where p.created_at < now()
      """
          .formatted(PORTION);

  private ApplySql() {}
}
