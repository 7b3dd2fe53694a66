-- Why: where the shop works, when, and how many orders it can take at a time. A slot cannot be oversold whatever the code does: one
-- guarded update takes it, and a CHECK stands behind that. An order keeps its place in `orders.location`, which stays a free text:
-- one that names no row here goes on as before.

create table place (
    -- What orders carry in `location`.
    key             text primary key check (length(key) between 1 and 100),
    name            text not null,
    address         jsonb not null,
    -- Where a customer who needs a person writes to or calls.
    contact         text not null,
    -- `domain/src/place/opening.rs`: zone, weekly hours, closed days.
    opening         jsonb not null,
    pickup          boolean not null,
    delivery        boolean not null,
    -- Metres; null: anywhere.
    delivery_radius integer check (delivery_radius > 0),
    latitude        double precision check (latitude between -90 and 90),
    longitude       double precision check (longitude between -180 and 180),
    -- Null: it does not work in slots.
    slot_minutes    integer check (slot_minutes between 5 and 1440),
    -- Orders per slot, where a slot's own row says nothing else.
    slot_capacity   integer not null check (slot_capacity > 0),
    -- The first slot begins this long from now at the earliest.
    lead_minutes    integer not null check (lead_minutes between 0 and 20160),
    -- Slots can be taken so many days ahead.
    days_ahead      integer not null check (days_ahead between 0 and 60),
    -- Which way its own form's orders go.
    workflow        text not null,
    -- Whether the public order form is open.
    orders_open     boolean not null,
    version         bigint not null,
    updated_at      timestamptz not null,
    updated_by      text,
    constraint a_point_has_both check ((latitude is null) = (longitude is null)),
    constraint a_radius_has_a_middle check (delivery_radius is null or latitude is not null)
);

-- A slot has a row from the first time somebody takes it.
create table slot (
    place     text not null references place,
    starts_at timestamptz not null,
    ends_at   timestamptz not null check (ends_at > starts_at),
    capacity  integer not null check (capacity >= 0),
    taken     integer not null check (taken >= 0),
    primary key (place, starts_at),
    constraint slot_not_oversold check (taken <= capacity)
);

create type fulfilment_method as enum ('pickup', 'delivery');
-- How an order that a place hands over itself comes to its customer.
create table booking (
    order_id  uuid primary key references orders,
    place     text not null references place,
    method    fulfilment_method not null,
    starts_at timestamptz,
    ends_at   timestamptz,
    -- Whether it holds a seat of its slot now; giving it back sets this down in the same statement, so it is given once.
    held      boolean not null,
    -- Metres from the place to the customer, where that was asked.
    distance  integer,
    foreign key (place, starts_at) references slot (place, starts_at),
    check ((starts_at is null) = (ends_at is null)),
    check (not held or starts_at is not null)
);
create index booking_slot on booking (place, starts_at);

-- What postcodes.io said. Without coordinates where there is no such postcode, or nobody knows where it is.
create table postcode (
    code       text primary key,
    known      boolean not null,
    latitude   double precision,
    longitude  double precision,
    expires_at timestamptz not null
);
create index postcode_expires on postcode (expires_at);

-- The public order form places its orders as a storefront of its own, whose key nobody holds: no text hashes to nothing.
insert into api_key (id, name, prefix, key_hash, created_at)
    values ('00000000-0000-7000-8000-00000000f047', 'order form', '', '', now());
