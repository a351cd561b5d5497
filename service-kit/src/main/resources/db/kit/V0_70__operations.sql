-- The living processes of this service, each by its own word.
create table service_instance (
  id uuid primary key,
  address text not null,
  version text not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);

create index job_unfinished on job (id) where state in ('QUEUED', 'RUNNING');
