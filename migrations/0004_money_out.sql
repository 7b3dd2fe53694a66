-- Why: money that goes back, once. What providers say is kept as facts that can be merged in any order; the guard against paying back
-- more than came is one guarded update with a CHECK behind it. Also what a cancellation touches: stock, alarms, a provider's health.

-- A second provider that tells when money came.
alter type source add value 'stitch' after 'stripe';

alter table payment
    -- 'manual': held at checkout, taken when the order enters the stage that says so.
    add column capture_method text not null default 'automatic' check (capture_method in ('automatic', 'manual')),
    add column authorized     bigint not null default 0,
    -- The hold was given back, by us or by its own age.
    add column released       boolean not null default false,
    -- The checkout expired, or a delayed payment method failed.
    add column failed         boolean not null default false,
    add column capture_before timestamptz,
    -- Sum of the refunds that are not failed or canceled, those still under way included.
    add column reserved       bigint not null default 0,
    add constraint refunded_at_most_what_came check (reserved between 0 and captured);

-- Stripe's words; a failed or canceled refund gives its amount free again.
create type refund_status as enum ('pending', 'requires_action', 'succeeded', 'failed', 'canceled');
create table refund (
    -- Stripe's Idempotency-Key for ever.
    id             uuid primary key,
    payment_id     uuid not null references payment,
    order_id       uuid not null references orders,
    amount         bigint not null check (amount > 0),
    currency       text not null,
    reason         text not null check (reason in ('duplicate', 'fraudulent', 'requested_by_customer')),
    note           text,
    status         refund_status not null default 'pending',
    -- re_…; null until Stripe has answered.
    provider_id    text unique,
    failure_reason text,
    -- The key of the dialog that asked: a second click under it is the same click.
    request_key    text not null,
    source         source not null,
    actor          text,
    created_at     timestamptz not null,
    updated_at     timestamptz not null,
    unique (payment_id, request_key)
);
create index refund_order on refund (order_id, created_at);
create index refund_open on refund (created_at) where status in ('pending', 'requires_action');

create table dispute (
    -- dp_…
    id         text primary key,
    payment_id uuid not null references payment,
    status     text not null,
    reason     text,
    amount     bigint not null,
    currency   text not null,
    due_by     timestamptz,
    -- The event that was believed last, by Stripe's own time: older news changes nothing.
    said_at    timestamptz not null,
    created_at timestamptz not null
);
create index dispute_payment on dispute (payment_id);

-- What is in stock. Items without a known SKU are made to order and take nothing.
create table product (
    sku          text primary key,
    name         text not null,
    on_hand      integer not null,
    weight_grams integer check (weight_grams > 0),
    length_mm    integer check (length_mm > 0),
    width_mm     integer check (width_mm > 0),
    height_mm    integer check (height_mm > 0),
    updated_at   timestamptz not null
);
alter table order_item
    add column sku          text,
    -- How many pieces this line holds of the product's stock now; giving back sets it down in the same statement, so it is given once.
    add column held         integer not null default 0 check (held between 0 and quantity),
    add column weight_grams integer check (weight_grams > 0),
    add column length_mm    integer check (length_mm > 0),
    add column width_mm     integer check (width_mm > 0),
    add column height_mm    integer check (height_mm > 0);

alter table orders
    add column cancelled_at timestamptz,
    add column returned_at  timestamptz;

create type return_status as enum ('requested', 'declined', 'received', 'refunded');
create table order_return (
    id           uuid primary key,
    order_id     uuid not null references orders,
    status       return_status not null default 'requested',
    reason       text not null,
    source       source not null,
    actor        text,
    refund_id    uuid references refund,
    requested_at timestamptz not null,
    received_at  timestamptz,
    updated_at   timestamptz not null
);
-- One open return per order.
create unique index return_open on order_return (order_id) where status in ('requested', 'received');

-- What needs a person. One open alarm of a kind per order (or per provider); the order's own column mirrors the oldest open one.
create table alert (
    id         uuid primary key,
    order_id   uuid references orders,
    provider   text,
    kind       text not null,
    payload    jsonb not null,
    raised_at  timestamptz not null,
    cleared_at timestamptz,
    cleared_by text
);
create unique index alert_open on alert (coalesce(order_id, '00000000-0000-0000-0000-000000000000'), coalesce(provider, ''), kind)
    where cleared_at is null;
create index alert_raised on alert (raised_at desc) where cleared_at is null;

-- The circuit of each provider, shared by every process and shown to staff.
create table provider_health (
    provider   text primary key,
    failures   integer not null default 0,
    -- Nobody calls before this moment; a single caller tries after it.
    open_until timestamptz,
    -- The key was refused: nobody calls until a person says so.
    paused_at  timestamptz,
    last_error text,
    failed_at  timestamptz,
    answered_at timestamptz
);

-- What reconciliation had to mend, for staff to see.
create table repair (
    id       uuid primary key,
    provider text not null,
    order_id uuid references orders,
    what     text not null,
    at       timestamptz not null
);
create index repair_at on repair (at desc);

-- What is done every so often, by whichever process moves its moment on first.
create table schedule (
    name    text primary key,
    next_at timestamptz not null
);
insert into schedule (name, next_at) values ('reconcile', now());
