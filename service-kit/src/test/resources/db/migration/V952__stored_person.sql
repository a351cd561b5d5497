create table stored_person (id uuid primary key, id_number bytea not null);
