create extension if not exists btree_gist;

create table plan (
  code text primary key,
  name text not null
);

insert into plan (code, name) values ('MEDICAL', '职工医疗互助');

create table plan_year (
  id uuid primary key,
  version integer not null default 0,
  plan_code text not null references plan,
  year integer not null check (year between 1990 and 2200),
  status text not null,
  intake text not null check (intake in ('LIVE', 'BACKFILL')),
  enrol_open date not null,
  enrol_close date not null check (enrol_close >= enrol_open),
  cover_from date not null,
  cover_until date not null check (cover_until > cover_from),
  fee numeric(14, 2) not null check (fee >= 0),
  splits jsonb not null,
  rules jsonb not null,
  pay_by date not null,
  grace_days integer not null check (grace_days >= 0),
  maker text not null,
  checker text,
  closing_by text,
  created_at timestamptz not null,
  unique (plan_code, year),
  -- Covers of enrolments stay inside their year, so years that cannot overlap make a plain unique
  -- index on (person, plan, year) as strong as an exclusion constraint on every enrolment.
  constraint plan_year_covers_apart
    exclude using gist (plan_code with =, daterange(cover_from, cover_until) with &&)
);

create table plan_version (
  id uuid primary key,
  version integer not null default 0,
  plan_year_id uuid not null references plan_year,
  no integer not null,
  status text not null,
  valid_from date not null,
  valid_to date not null check (valid_to >= valid_from),
  terms jsonb not null,
  golden_cases jsonb not null,
  checksum text not null,
  maker text not null,
  approved_by text,
  recorded_at timestamptz not null,
  in_force_at timestamptz,
  superseded_at timestamptz,
  unique (plan_year_id, no),
  constraint plan_version_one_in_force
    exclude using gist (plan_year_id with =, daterange(valid_from, valid_to) with &&)
    where (status in ('IN_FORCE', 'SUPERSEDED'))
);

create table provider (
  id uuid primary key,
  version integer not null default 0,
  code text not null,
  name text not null,
  level integer not null check (level between 1 and 3),
  area text not null,
  designated_from date not null,
  designated_until date check (designated_until > designated_from),
  created_at timestamptz not null,
  constraint provider_periods_apart
    exclude using gist (code with =, daterange(designated_from, designated_until) with &&)
);
