create table coin (id uuid primary key, worth numeric(14, 2) not null);
