-- Why: what follows a change. Jobs are inserted in the transaction that causes them and claimed with SKIP LOCKED and a lease;
-- webhooks are kept raw and once; a message to a customer exists at most once per event, recipient and channel.

create table job (
    id          bigint generated always as identity primary key,
    name        text not null,
    payload     jsonb not null,
    -- Lower first.
    priority    smallint not null,
    run_at      timestamptz not null default now(),
    attempts    integer not null default 0,
    lease_until timestamptz,
    lease_token uuid,
    dead        boolean not null default false,
    last_error  text,
    created_at  timestamptz not null default now()
);
create index job_ready on job (priority, run_at, id) where not dead;
alter table job set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 500);

create type inbox_state as enum ('received', 'waiting', 'processed', 'ignored', 'failed');
create table inbox (
    id           uuid primary key,
    provider     text not null,
    event_id     text not null,
    kind         text not null,
    body         bytea not null,
    -- The order the event says it is about: how an event that came before its order is found again.
    about        uuid,
    state        inbox_state not null default 'received',
    outcome      text,
    deliveries   integer not null default 1,
    received_at  timestamptz not null,
    processed_at timestamptz,
    unique (provider, event_id)
);
create index inbox_waiting on inbox (about) where state = 'waiting';
create index inbox_received on inbox (received_at desc);

-- Webhooks turned away at the door. One row per provider, reason and minute, so that a flood cannot fill the disk.
create table inbox_refusal (
    provider   text not null,
    reason     text not null,
    minute     timestamptz not null,
    times      integer not null default 1,
    last_ip    text,
    primary key (minute, provider, reason)
);

create type notice_state as enum ('pending', 'sending', 'sent', 'failed', 'suppressed');
create table notice (
    id            uuid primary key,
    order_id      uuid not null references orders,
    event_version bigint not null,
    kind          text not null,
    channel       text not null,
    recipient     text not null,
    language      text not null,
    state         notice_state not null default 'pending',
    attempts      integer not null default 0,
    message_id    text,
    last_error    text,
    created_at    timestamptz not null,
    sent_at       timestamptz,
    foreign key (order_id, event_version) references event (order_id, version),
    unique (order_id, event_version, recipient, channel)
);
create index notice_order on notice (order_id);
