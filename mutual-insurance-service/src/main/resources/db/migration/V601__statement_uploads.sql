-- A statement too long to be booked while its sender waits: who sent it, and its bytes, sealed in
-- parts, until a job has booked it whole or refused it.
create table statement_upload (
  id uuid primary key,
  format text not null check (format in ('GH_STM_1', 'CAMT_053')),
  loaded_by text not null,
  area text not null,
  job_id uuid,
  received_at timestamptz not null
);

create table statement_part (
  upload_id uuid not null references statement_upload,
  part integer not null,
  content bytea not null,
  primary key (upload_id, part)
);
