-- The books of the statistics: every change of a counted fact adds an entry in its transaction, and
-- nothing is ever changed. What they add up to at an instant is what was true then.
create table claim_entry (
  id uuid primary key default uuidv7(),
  claim_id uuid not null,
  claim_no text not null,
  plan_code text not null,
  plan_year integer not null,
  area text not null,
  employer text,
  kind text not null,
  channel text not null,
  event_date date not null,
  paid_on date not null,
  visits integer not null,
  count integer not null,
  amount numeric(14, 2) not null,
  recorded_at timestamptz not null default now()
);

create index claim_entry_year on claim_entry (plan_year, area text_pattern_ops);
create index claim_entry_paid on claim_entry (paid_on);

create table enrolment_entry (
  id uuid primary key default uuidv7(),
  due_id uuid not null,
  plan_code text not null,
  plan_year integer not null,
  area text not null,
  employer text not null,
  count integer not null,
  recorded_at timestamptz not null default now()
);

create index enrolment_entry_year on enrolment_entry (plan_year, area text_pattern_ops) include (count);

create table contribution_entry (
  id uuid primary key default uuidv7(),
  due_id uuid not null,
  reference text not null,
  plan_code text not null,
  plan_year integer not null,
  area text not null,
  employer text not null,
  value_date date not null,
  amount numeric(14, 2) not null,
  recorded_at timestamptz not null default now()
);

create index contribution_entry_year on contribution_entry (plan_year, area text_pattern_ops) include (amount);
create index contribution_entry_day on contribution_entry (value_date);

revoke update, delete on claim_entry, enrolment_entry, contribution_entry from "${application-role}";

create function book_claims() returns trigger language plpgsql as $$
begin
  insert into claim_entry (claim_id, claim_no, plan_code, plan_year, area, employer, kind, channel,
    event_date, paid_on, visits, count, amount)
  select o.id, o.no, o.plan_code, o.plan_year, o.area, o.employer, o.kind, o.channel, o.event_date,
    o.paid_on, o.visit_count, -1, -o.granted
  from old_claims o join new_claims n on n.id = o.id
  where o.status = 'PAID'
    and (o.status, o.granted, o.area, o.visit_count, o.paid_on)
      is distinct from (n.status, n.granted, n.area, n.visit_count, n.paid_on)
  union all
  select n.id, n.no, n.plan_code, n.plan_year, n.area, n.employer, n.kind, n.channel, n.event_date,
    n.paid_on, n.visit_count, 1, n.granted
  from new_claims n join old_claims o on o.id = n.id
  where n.status = 'PAID'
    and (o.status, o.granted, o.area, o.visit_count, o.paid_on)
      is distinct from (n.status, n.granted, n.area, n.visit_count, n.paid_on);
  return null;
end $$;

create trigger claim_is_booked after update on claim
  referencing old table as old_claims new table as new_claims
  for each statement execute function book_claims();

-- Counted is who has a paid cover of at least a day, also if death ended it.
create function is_enrolled(status text, cover_from date, cover_until date) returns boolean
  language sql immutable
  return status in ('PAID', 'IN_COVER', 'EXPIRED', 'TERMINATED') and cover_from < cover_until;

create function book_enrolments() returns trigger language plpgsql as $$
begin
  insert into enrolment_entry (due_id, plan_code, plan_year, area, employer, count)
  select due_id, plan_code, plan_year, area, employer, sum(sign)
  from (
    select due_id, plan_code, plan_year, area, employer, 1 as sign from new_enrolments
    where is_enrolled(status, cover_from, cover_until)
    union all
    select due_id, plan_code, plan_year, area, employer, -1 from old_enrolments
    where is_enrolled(status, cover_from, cover_until)) changes
  group by due_id, plan_code, plan_year, area, employer
  having sum(sign) <> 0;
  return null;
end $$;

create trigger enrolment_is_booked after update on enrolment
  referencing old table as old_enrolments new table as new_enrolments
  for each statement execute function book_enrolments();

-- A due of nothing is paid when issued, so that its people may be enrolled from the start.
create function book_new_enrolments() returns trigger language plpgsql as $$
begin
  insert into enrolment_entry (due_id, plan_code, plan_year, area, employer, count)
  select due_id, plan_code, plan_year, area, employer, count(*)
  from new_enrolments where is_enrolled(status, cover_from, cover_until)
  group by due_id, plan_code, plan_year, area, employer;
  return null;
end $$;

create trigger enrolment_is_booked_at_once after insert on enrolment
  referencing new table as new_enrolments
  for each statement execute function book_new_enrolments();

-- The union's share counts as paid once the due is.
create function contributed(paid numeric, union_share numeric, status text) returns numeric
  language sql immutable
  return paid + case when status = 'PAID' then union_share else 0 end;

create function book_contributions() returns trigger language plpgsql as $$
begin
  insert into contribution_entry (due_id, reference, plan_code, plan_year, area, employer,
    value_date, amount)
  select n.id, n.reference, n.plan_code, n.plan_year, n.area, n.employer,
    coalesce(n.paid_on,
      (select max(r.value_date) from receipt_allocation a join receipt r on r.id = a.receipt_id
       where a.due_id = n.id),
      (now() at time zone 'Asia/Shanghai')::date),
    contributed(n.paid, n.union_share, n.status)
      - coalesce(contributed(o.paid, o.union_share, o.status), 0)
  from new_dues n left join old_dues o on o.id = n.id
  where contributed(n.paid, n.union_share, n.status)
    <> coalesce(contributed(o.paid, o.union_share, o.status), 0);
  return null;
end $$;

create trigger due_is_booked after update on contribution_due
  referencing old table as old_dues new table as new_dues
  for each statement execute function book_contributions();

create function book_new_contributions() returns trigger language plpgsql as $$
begin
  insert into contribution_entry (due_id, reference, plan_code, plan_year, area, employer,
    value_date, amount)
  select id, reference, plan_code, plan_year, area, employer,
    coalesce(paid_on, (now() at time zone 'Asia/Shanghai')::date),
    contributed(paid, union_share, status)
  from new_dues where contributed(paid, union_share, status) <> 0;
  return null;
end $$;

create trigger due_is_booked_at_once after insert on contribution_due
  referencing new table as new_dues
  for each statement execute function book_new_contributions();

-- What each step brought to or took from the fund: few rows, so that the years before cost nothing.
create table fund_entry (
  id uuid primary key default uuidv7(),
  plan_code text not null,
  plan_year integer not null,
  amount numeric(14, 2) not null,
  recorded_at timestamptz not null default now()
);

create index fund_entry_year on fund_entry (plan_code, plan_year) include (amount);

revoke update, delete on fund_entry from "${application-role}";

create function book_income() returns trigger language plpgsql as $$
begin
  insert into fund_entry (plan_code, plan_year, amount)
  select plan_code, plan_year, sum(amount) from new_entries group by plan_code, plan_year;
  return null;
end $$;

create trigger contribution_reaches_the_fund after insert on contribution_entry
  referencing new table as new_entries for each statement execute function book_income();

create function book_outgo() returns trigger language plpgsql as $$
begin
  insert into fund_entry (plan_code, plan_year, amount)
  select plan_code, plan_year, -sum(amount) from new_entries group by plan_code, plan_year;
  return null;
end $$;

create trigger payout_leaves_the_fund after insert on payout_entry
  referencing new table as new_entries for each statement execute function book_outgo();
