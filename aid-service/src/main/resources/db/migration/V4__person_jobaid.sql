create table person (
  id uuid primary key,
  version bigint not null,
  person_key text not null unique,
  id_number bytea not null,
  name bytea not null,
  phone bytea,
  birth_date date not null,
  deceased_on date,
  created_at timestamptz not null
);

create table vacancy (
  id uuid primary key,
  version bigint not null,
  employer text not null,
  area text not null,
  title text not null,
  trade text not null,
  places integer not null check (places > 0),
  filled integer not null check (filled between 0 and places),
  pay_from numeric(14, 2) not null,
  pay_to numeric(14, 2) not null check (pay_to >= pay_from),
  shift text not null,
  status text not null check (status in ('OPEN', 'FILLED', 'CLOSED', 'EXPIRED')),
  valid_to date not null,
  opened_at timestamptz not null
);
create index vacancy_list on vacancy (area text_pattern_ops, id);
create index vacancy_open on vacancy (valid_to) where status = 'OPEN';

create table job_fair (
  id uuid primary key,
  version bigint not null,
  area text not null,
  name text not null,
  held_on date not null,
  place text not null,
  employers integer not null
);
create index job_fair_list on job_fair (area text_pattern_ops, id);

create table job_help (
  id uuid primary key,
  person_key text not null references person (person_key),
  area text not null,
  kind text not null,
  given_on date not null,
  fair_id uuid references job_fair,
  given_by text not null,
  recorded_at timestamptz not null,
  unique nulls not distinct (person_key, kind, given_on, fair_id)
);
create index job_help_list on job_help (area text_pattern_ops, id);
create index job_help_days on job_help (given_on, area text_pattern_ops);

create table placement (
  id uuid primary key,
  version bigint not null,
  person_key text not null references person (person_key),
  area text not null,
  employer text not null,
  vacancy_id uuid references vacancy,
  status text not null check (status in ('REFERRED', 'OFFERED', 'PLACED', 'ENDED', 'DECLINED')),
  referred_on date not null,
  start_on date,
  proof text,
  ended_on date,
  end_reason text,
  checks_done integer not null,
  check_due_on date
);
-- One running placement per person and employer, whatever arrives at once.
create unique index one_running_placement on placement (person_key, employer)
  where status in ('REFERRED', 'OFFERED', 'PLACED');
create index placement_list on placement (area text_pattern_ops, id);
create index placement_due on placement (check_due_on) where check_due_on is not null;
create index placement_start on placement (person_key, start_on);

insert into policy_version values
  ('aid.vacancy', 1, '2000-01-01', null, '[DEF] how long an offer stands',
   '{"validFor": {"amount": 60, "unit": "CALENDAR_DAY"}}', now(), 'migration'),
  ('aid.job-aid', 1, '2000-01-01', null, '[SX] the month of job aid is January; [DEF] days until a placement counts',
   '{"aidMonth": 1, "placedWithinDays": 90}', now(), 'migration');
