-- Why: the shop's first facts: workflows as data, orders with their four axes, what was bought, what was paid, which boxes left.
-- The headline status is stored and indexed, because a status one cannot filter on is useless; it is written only together
-- with the event that explains it (see `domain/src/order/apply.rs`).

create type order_status as enum
    ('pending', 'confirmed', 'processing', 'shipped', 'out_for_delivery', 'delivered', 'delayed', 'exception', 'cancelled', 'returned');
create type payment_status as enum
    ('unpaid', 'authorized', 'paid', 'partially_refunded', 'refunded', 'failed', 'disputed');
create type source as enum ('staff', 'customer', 'stripe', 'shippo', 'carrier', 'api', 'system');
create type visibility as enum ('public', 'internal');

-- One row per saved version; orders keep the version they started with.
create table workflow (
    id          uuid primary key,
    key         text not null,
    version     integer not null check (version > 0),
    definition  jsonb not null,
    created_at  timestamptz not null,
    unique (key, version)
);

create table orders (
    id              uuid primary key,
    number          text not null unique check (number ~ '^[0-9A-HJKMNP-TV-Z]{10}$'),
    reference       text,
    workflow_id     uuid not null references workflow,
    stage           text,
    status          order_status not null,
    payment         payment_status not null,
    version         bigint not null check (version > 0),
    language        text not null check (language in ('en', 'es', 'ro', 'ru')),
    currency        text not null check (currency ~ '^[A-Z]{3}$'),
    subtotal        bigint not null check (subtotal >= 0),
    shipping        bigint not null check (shipping >= 0),
    total           bigint not null check (total = subtotal + shipping),
    customer_name   text not null,
    email           text not null,
    email_hash      bytea not null,
    phone           text,
    address         jsonb not null,
    shipping_choice text,
    location        text,
    success_url     text not null,
    cancel_url      text not null,
    attention       text,
    placed_at       timestamptz not null,
    confirmed_at    timestamptz,
    shipped_at      timestamptz,
    delivered_at    timestamptz,
    -- When the stage it stands in has lasted too long; null where nothing is due.
    due_at          timestamptz,
    -- Until when we told the customer it would leave us.
    promised_at     timestamptz,
    updated_at      timestamptz not null
);
-- Lists are keyset pages over (placed_at, id); each filter the admin offers has its own path to them.
create index orders_placed on orders (placed_at desc, id desc);
create index orders_status on orders (status, placed_at desc, id desc);
create index orders_payment on orders (payment, placed_at desc, id desc);
create index orders_location on orders (location, placed_at desc, id desc) where location is not null;
create index orders_email_hash on orders (email_hash);
create index orders_reference on orders (reference) where reference is not null;
create index orders_attention on orders (placed_at desc) where attention is not null;
create index orders_due on orders (due_at) where status in ('pending', 'confirmed', 'processing');

create table order_item (
    order_id       uuid not null references orders,
    position       smallint not null,
    name           text not null,
    quantity       integer not null check (quantity > 0),
    unit_amount    bigint not null check (unit_amount >= 0),
    options        jsonb not null,
    print_file_url text,
    primary key (order_id, position)
);

create table payment (
    id              uuid primary key,
    order_id        uuid not null unique references orders,
    status          payment_status not null,
    amount          bigint not null check (amount >= 0),
    currency        text not null,
    captured        bigint not null default 0 check (captured between 0 and amount),
    session_id      text unique,
    payment_intent  text unique,
    checkout_url    text,
    created_at      timestamptz not null,
    updated_at      timestamptz not null
);

create type payment_entry_kind as enum ('request', 'success', 'failure', 'reversal');
-- The ledger beneath a payment: rows are added, never changed.
create table payment_entry (
    id          uuid primary key,
    payment_id  uuid not null references payment,
    kind        payment_entry_kind not null,
    amount      bigint not null,
    currency    text not null,
    detail      text,
    -- What we were told, once: a repeated webhook cannot write the same line twice.
    said_by     text not null,
    at          timestamptz not null,
    unique (payment_id, said_by)
);

create table parcel (
    id              uuid primary key,
    order_id        uuid not null references orders,
    position        smallint not null,
    carrier         text,
    tracking_number text,
    tracking_url    text,
    created_at      timestamptz not null,
    unique (order_id, position)
);
create index parcel_tracking on parcel (tracking_number, carrier) where tracking_number is not null;

-- One immutable fact in an order's history. `version` is the order's version after it, so a history has no gaps.
create table event (
    order_id     uuid not null references orders,
    version      bigint not null,
    kind         text not null,
    from_status  order_status,
    to_status    order_status not null,
    stage        text,
    source       source not null,
    actor        text,
    visibility   visibility not null,
    payload      jsonb not null,
    occurred_at  timestamptz not null,
    recorded_at  timestamptz not null,
    primary key (order_id, version)
);
create index event_recorded on event (recorded_at desc);

create function refuse_rewrite() returns trigger language plpgsql as $$
begin
    raise exception '% rows are never changed or removed', tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger event_is_immutable before update or delete on event for each row execute function refuse_rewrite();
create trigger payment_entry_is_immutable before update or delete on payment_entry for each row execute function refuse_rewrite();
