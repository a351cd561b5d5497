-- Partner agencies and their keys. Only the hash of a secret is kept.
create table partner (
  id         text primary key check (id ~ '^[a-z0-9-]{1,64}$'),
  name       text not null,
  area       text,
  providers  text[] not null default '{}',
  status     text not null default 'ACTIVE' check (status in ('ACTIVE', 'SUSPENDED')),
  created_at timestamptz not null default now()
);

create table partner_key (
  public_id      text primary key check (public_id ~ '^[a-z2-7]{12}$'),
  partner_id     text not null references partner,
  secret_hash    bytea not null check (octet_length(secret_hash) = 32),
  pepper_version int not null default 1,
  scopes         text[] not null,
  status         text not null default 'ACTIVE' check (status in ('ACTIVE', 'REVOKED')),
  not_before     timestamptz not null,
  expires_at     timestamptz not null,
  created_at     timestamptz not null default now(),
  check (expires_at > not_before and expires_at <= not_before + interval '366 days')
);

-- One row that every change raises in its own transaction: gateways look at it, not at all keys.
create table partner_revision (
  only_row boolean primary key default true check (only_row),
  revision bigint not null
);
insert into partner_revision (revision) values (1);

create function raise_partner_revision() returns trigger language plpgsql as $$
begin
  update partner_revision set revision = revision + 1;
  return null;
end $$;

create trigger partner_changed after insert or update or delete on partner
  for each statement execute function raise_partner_revision();
create trigger partner_key_changed after insert or update or delete on partner_key
  for each statement execute function raise_partner_revision();

grant select, insert, update, delete on partner, partner_key to "${applicationRole}";
grant select, update on partner_revision to "${applicationRole}";
