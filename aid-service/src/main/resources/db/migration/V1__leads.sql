create sequence lead_no;

create table lead (
  id uuid primary key,
  version bigint not null,
  no text not null unique,
  person_key text not null,
  area text not null,
  status text not null check (status in ('OPEN', 'ASSIGNED', 'CONTACTED', 'FILE_OPENED', 'AIDED',
    'NOT_NEEDED', 'DECLINED', 'UNREACHABLE', 'CLOSED')),
  due_on date not null,
  officer text,
  outcome_reason text,
  opened_at timestamptz not null,
  closed_at timestamptz
);

-- One open lead per person, whatever arrives at once.
create unique index one_open_lead on lead (person_key) where status in ('OPEN', 'ASSIGNED', 'CONTACTED');
create index lead_list on lead (area text_pattern_ops, id);

create table signal (
  id uuid primary key,
  lead_id uuid not null references lead,
  source text not null,
  source_key text not null,
  amount numeric(14, 2),
  seen_at timestamptz not null,
  unique (source, source_key)
);
create index signal_lead on signal (lead_id);

create table contact_attempt (
  id uuid primary key,
  lead_id uuid not null references lead,
  channel text not null,
  reached boolean not null,
  officer text not null,
  at timestamptz not null
);
create index contact_attempt_lead on contact_attempt (lead_id);
