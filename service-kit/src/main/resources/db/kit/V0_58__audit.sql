-- Who did what. Entries are chained: each carries the hash of the one before it in its chain.
create table audit_entry (
  chain smallint not null,
  seq bigint not null,
  at timestamptz not null,
  actor text not null,
  actor_name text not null,
  roles text not null,
  action text not null,
  subject_type text not null,
  subject_id uuid not null,
  area text not null,
  reason text,
  request_id text not null,
  before_json text not null,
  after_json text not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (chain, seq)
);
create index audit_entry_subject on audit_entry (subject_id, at);

create function audit_entry_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'audit entries are never changed or deleted';
end
$$;
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  execute function audit_entry_is_append_only();

do $$
begin
  if current_user <> '${application-role}' then
    execute 'revoke update, delete, truncate on audit_entry from "${application-role}"';
  end if;
end
$$;
