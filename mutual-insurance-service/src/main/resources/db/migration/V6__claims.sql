create sequence claim_no maxvalue 9999999;

create table claim (
  id uuid primary key,
  version integer not null default 0,
  no text not null unique,
  plan_code text not null,
  plan_year integer not null,
  kind text not null,
  person_key text not null,
  area text not null,
  employer text,
  event_date date not null,
  status text not null,
  channel text not null,
  claimant text not null,
  bill_key text references bill,
  settlement_id uuid references settlement,
  duplicate_of uuid,
  illness_index text,
  from_partner boolean not null,
  stay_from date,
  stay_until date,
  total_cost numeric(14, 2),
  facts bytea not null,
  asked numeric(14, 2),
  granted numeric(14, 2) not null default 0,
  decision_no integer not null default 0,
  review_reasons text[] not null default '{}',
  missing text[] not null default '{}',
  late_accepted boolean not null default false,
  visit_count integer not null default 0,
  filed_by text not null,
  judged_at timestamptz not null,
  submitted_at timestamptz,
  decided_at timestamptz,
  due_on date,
  expires_on date,
  paid_on date,
  created_at timestamptz not null
);

create unique index claim_one_per_bill on claim (bill_key, kind)
  where bill_key is not null and status not in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'REVERSED');
create unique index claim_one_death on claim (person_key)
  where kind = 'DEATH' and status not in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'REVERSED');
create unique index claim_one_per_illness on claim (person_key, illness_index)
  where illness_index is not null and status not in ('REFUSED', 'WITHDRAWN', 'EXPIRED', 'REVERSED');
create index claim_person on claim (person_key);
create index claim_area on claim (area text_pattern_ops, id);
create index claim_statistics on claim (plan_year, area text_pattern_ops, kind, status);
create index claim_review on claim (status, due_on, id) where status in ('IN_REVIEW', 'SECOND_REVIEW');
create index claim_expiry on claim (expires_on) where status in ('DRAFT', 'INCOMPLETE');

create table decision (
  id uuid primary key,
  claim_id uuid not null references claim,
  no integer not null,
  kind text not null check (kind in ('INITIAL', 'REVIEW', 'APPEAL', 'READJUDICATION', 'REVERSAL')),
  plan_version_id uuid not null,
  inputs bytea not null,
  inputs_hash text not null,
  result bytea not null,
  outcome text not null,
  amount numeric(14, 2) not null,
  delta numeric(14, 2) not null,
  decided_by text not null,
  decided_at timestamptz not null,
  unique (claim_id, no)
);

-- What happened to a claim, in order: the timeline of the member and the dossier of the staff.
create table claim_step (
  id uuid primary key,
  claim_id uuid not null references claim,
  step text not null,
  actor text not null,
  detail jsonb not null,
  at timestamptz not null
);

create index claim_step_claim on claim_step (claim_id, at);

create table claim_document (
  id uuid primary key,
  claim_id uuid not null references claim,
  kind text not null,
  media_type text not null,
  size integer not null,
  content bytea not null,
  uploaded_by text not null,
  created_at timestamptz not null
);

create index claim_document_claim on claim_document (claim_id);

create table visit (
  id uuid primary key,
  claim_id uuid not null references claim,
  day date not null,
  place text not null,
  visitor text not null check (visitor in ('CLAIMANT', 'EMPLOYER')),
  step text not null,
  reported_by text not null,
  disproved boolean not null default false,
  created_at timestamptz not null,
  constraint visit_once unique (claim_id, day, place, visitor)
);

-- Who receives a death benefit; name and number are one sealed value.
create table heir (
  claim_id uuid not null references claim,
  payee_no integer not null,
  person_key text not null,
  identity bytea not null,
  relation text not null,
  share numeric(7, 6) not null,
  filed_by text not null,
  primary key (claim_id, payee_no),
  unique (claim_id, person_key)
);

create index heir_person on heir (person_key);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are never changed', tg_table_name using errcode = '0A000';
end $$;

create trigger decision_is_final before update or delete on decision
  for each row execute function refuse_change();
create trigger claim_step_is_final before update or delete on claim_step
  for each row execute function refuse_change();
