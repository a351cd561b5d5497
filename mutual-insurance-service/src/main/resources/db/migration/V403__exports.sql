-- What people take away as a file: written row by row by a job, kept for some days.
create table export (
  id uuid primary key,
  kind text not null check (kind in ('CLAIMS', 'EMPLOYERS', 'FIGURE_ROWS')),
  format text not null check (format in ('CSV', 'XLSX')),
  plan_year integer not null,
  area text not null,
  figure text,
  as_of timestamptz not null,
  requested_by text not null,
  rows bigint not null default 0,
  finished_at timestamptz,
  created_at timestamptz not null
);

create index export_age on export (created_at);

create table export_part (
  export_id uuid not null references export on delete cascade,
  no integer not null,
  rows bytea not null,
  primary key (export_id, no)
);

insert into policy_version (code, no, valid_from, source, content, recorded_at, recorded_by)
values ('exports', 1, '2000-01-01', '[DEF]', '{"keptDays": 7}', now(), 'migration');
