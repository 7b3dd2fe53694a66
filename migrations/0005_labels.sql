-- Why: labels that are bought once, and what carriers say of parcels. The intent is committed before the carrier is called; at most one live
-- label per box is an index, not a hope. Tracking is kept as the merged best news per parcel and as every distinct scan.

-- Rates offered at checkout; the customer's choice is kept with the order as shipment, service and carrier.
create table quote (
    -- Shippo's shipment.
    shipment_id text primary key,
    rates       jsonb not null,
    parcels     jsonb not null,
    created_at  timestamptz not null
);
alter table orders
    add column shipment_id   text,
    add column service_token text,
    add column carrier_token text;

create type label_status as enum ('intended', 'calling', 'bought', 'refused', 'unknown', 'voiding', 'voided', 'void_refused');
create type label_direction as enum ('outbound', 'return');
create table label (
    -- Our reference: Shippo keeps it as the transaction's metadata.
    id              uuid primary key,
    order_id        uuid not null references orders,
    direction       label_direction not null default 'outbound',
    box             smallint not null check (box > 0),
    status          label_status not null default 'intended',
    shipment_id     text not null,
    service_token   text not null,
    -- Shippo's carrier token: `ups`.
    carrier_token   text not null,
    carrier         text not null,
    service         text not null,
    -- Price expected when it was ordered, and price paid.
    quoted          bigint,
    cost            bigint,
    currency        text,
    file_type       text not null,
    rate_id         text,
    transaction_id  text unique,
    tracking_number text,
    tracking_url    text,
    label_url       text,
    eta             date,
    -- RATE_EXPIRED, SHIPPO_ERROR …, and the provider's own words, for staff.
    error_code      text,
    error           text,
    -- Shippo's refund of the label.
    void_id         text,
    actor           text,
    created_at      timestamptz not null,
    called_at       timestamptz,
    -- The first look at the carrier that certainly found nothing.
    missed_at       timestamptz,
    bought_at       timestamptz,
    updated_at      timestamptz not null
);
create unique index label_live on label (order_id, direction, box) where status in ('intended', 'calling', 'bought', 'unknown');
create index label_order on label (order_id, created_at);
create index label_open on label (created_at) where status in ('intended', 'calling', 'unknown', 'voiding');

create type tracking_status as enum
    ('unknown', 'pre_transit', 'transit', 'out_for_delivery', 'delayed', 'exception', 'delivered', 'returned');
alter table parcel
    add column label_id        uuid unique references label,
    -- A customer's own parcel on its way back to us does not decide the order's headline.
    add column direction       label_direction not null default 'outbound',
    add column carrier_token   text,
    add column tracking        tracking_status not null default 'unknown',
    -- When the believed news happened, by the carrier's clock; null until there is news with a time.
    add column tracking_at     timestamptz,
    add column tracking_detail text,
    add column tracking_place  text,
    add column tracking_key    text,
    add column eta             date,
    -- How old the news is that the ETA came with: the newest wins, in whatever order they are told.
    add column eta_at          timestamptz,
    add column voided_at       timestamptz;
create index parcel_token on parcel (tracking_number, carrier_token) where tracking_number is not null;

-- Every distinct thing a carrier said about a parcel.
create table scan (
    parcel_id   uuid not null references parcel,
    key         text not null,
    tracking    tracking_status not null,
    substatus   text,
    detail      text,
    place       text,
    happened_at timestamptz,
    recorded_at timestamptz not null,
    primary key (parcel_id, key)
);

-- What a webhook is about when it is not an order of ours yet: `track:ups:1Z…`, `pi:pi_…`.
alter table inbox add column match_key text;
create index inbox_match on inbox (match_key) where state = 'waiting';
create index inbox_provider on inbox (provider, received_at desc);
