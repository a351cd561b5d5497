-- What a draft of terms would have paid in a past period. Of the work nothing is kept but these sums.
create table impact_preview (
  id uuid primary key,
  plan_version_id uuid not null references plan_version,
  checksum text not null,
  from_day date not null,
  until_day date not null,
  area text not null,
  job_id uuid,
  requested_by text not null,
  created_at timestamptz not null,
  finished_at timestamptz,
  check (from_day < until_day)
);

create table impact_preview_area (
  preview_id uuid not null references impact_preview,
  area text not null,
  claims integer not null,
  paid numeric(14, 2) not null,
  would_pay numeric(14, 2) not null,
  gaining integer not null,
  losing integer not null,
  primary key (preview_id, area)
);
