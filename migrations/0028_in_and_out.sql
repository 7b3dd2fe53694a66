-- Why: orders and products come in from spreadsheets, line by line and once each, and every night all orders go out as a file, part by part:
-- who is killed in the middle goes on where it stood.

-- Imported orders are placed as by a storefront of its own, whose key nobody holds: no text hashes to two bytes.
insert into api_key (id, name, prefix, key_hash, created_at)
    values ('00000000-0000-7000-8000-000000001390', 'import', '', '\x1390', now());

create type import_kind as enum ('orders', 'products');
create type import_state as enum ('checked', 'running', 'done');
create type import_outcome as enum ('created', 'changed', 'same', 'wrong');

-- One file that somebody had looked at.
create table import (
    id         uuid primary key,
    staff_id   uuid not null references staff,
    -- Their name, as histories keep it.
    actor      text not null,
    kind       import_kind not null,
    -- What the file was called.
    file       text not null,
    -- Whether customers hear of the orders in it.
    tells      boolean not null,
    state      import_state not null default 'checked',
    created_at timestamptz not null,
    started_at timestamptz,
    done_at    timestamptz
);
create index import_created on import (created_at desc);

-- One order (of one or several lines that stand together) or one product.
create table import_entry (
    import_id uuid not null references import on delete cascade,
    -- Where it begins in the file, as an editor counts.
    line      integer not null check (line > 0),
    -- The order's reference or the product's key.
    key       text not null,
    -- What is to be done; nothing where it is wrong, and when it is done: customers' addresses are not kept twice.
    body      jsonb,
    predicted import_outcome not null,
    outcome   import_outcome,
    -- Each with line, column and what is wrong.
    problems  jsonb not null default '[]',
    done_at   timestamptz,
    primary key (import_id, line)
);
create index import_entry_waiting on import_entry (import_id, line) where done_at is null and predicted <> 'wrong';
create index import_entry_wrong on import_entry (import_id, line) where problems <> '[]';

-- One night's file. `after_at` and `after_id` are the last order written, `bytes` and `parts` what the other side is known to have of it.
create table export_run (
    id         uuid primary key,
    night      date not null unique,
    -- Orders placed before this moment are in it.
    until      timestamptz not null,
    after_at   timestamptz,
    after_id   uuid,
    rows       bigint not null default 0,
    bytes      bigint not null default 0,
    -- The store's name of an upload in parts, and its name of each part.
    upload_id  text,
    parts      text[] not null default '{}',
    -- Every order is in the parts; the file has yet to get its name.
    complete   boolean not null default false,
    done_at    timestamptz
);

-- The first one is made as soon as a shop says where to.
insert into schedule (name, next_at) values ('nightly_export', now());
