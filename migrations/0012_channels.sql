-- Why: a message is to one recipient over one channel, and no longer always a mail about an order's event. The row is the log: what was
-- sent, through whom, how far it got, and why it did not go. Jobs get lanes, so that a slow provider holds up nobody else's messages.

alter type notice_state add value 'deferred' after 'pending';
alter type notice_state add value 'delivered' after 'sent';
alter type notice_state add value 'opened' after 'delivered';
alter type notice_state add value 'clicked' after 'opened';
alter type notice_state add value 'dead' after 'failed';

alter table notice
    -- A sign-in link, or low stock, is about no order and no event.
    alter column order_id drop not null,
    alter column event_version drop not null,
    -- What causes it where no event does: it is told once to each recipient, too.
    add column occasion     text,
    add column audience     text not null default 'customer' check (audience in ('customer', 'staff')),
    -- Goes at night, and before others.
    add column urgent       boolean not null default false,
    -- What the words need beside the order; for an occasion, all there is.
    add column payload      jsonb not null default '{}',
    -- A stable word: why it waits, was suppressed or withdrawn.
    add column reason       text,
    add column provider     text,
    -- The provider's name for it: what its own news calls it.
    add column provider_id  text,
    -- As it left.
    add column subject      text,
    add column body_text    text,
    add column body_html    text,
    add column delivered_at timestamptz,
    add column opened_at    timestamptz,
    add column clicked_at   timestamptz,
    add constraint caused check (occasion is not null or (order_id is not null and event_version is not null));
create unique index notice_occasion on notice (occasion, recipient, channel) where occasion is not null;
create unique index notice_provider on notice (provider, provider_id) where provider_id is not null;
create index notice_created on notice (created_at desc, id desc);
-- What one recipient is still to hear of one order: it leaves in the order in which it was planned.
create index notice_line on notice (order_id, recipient, channel, id) where state in ('pending', 'sending');

-- Where nobody writes any more: a bad address, a complaint, a wish. Hashed, so that the list says nothing about anybody.
create table suppression (
    id           uuid primary key,
    channel      text not null check (channel in ('email', 'sms', 'push')),
    address_hash bytea not null,
    reason       text not null check (reason in ('bounced', 'complained', 'opted_out', 'invalid', 'gone')),
    -- Who said so: a provider's name, customer, staff.
    source       text not null,
    notice_id    uuid references notice,
    created_at   timestamptz not null,
    lifted_at    timestamptz,
    lifted_by    text
);
create unique index suppression_now on suppression (channel, address_hash) where lifted_at is null;

-- Jobs of one lane never wait for those of another.
alter table job add column lane text not null default 'work';
drop index job_ready;
create index job_ready on job (lane, priority, run_at, id) where not dead;
update job set lane = 'email' where name = 'send_notice';

-- Who buys here, by the address they gave: what they want to hear, how, when and in which language. Who never said anything has no row
-- and is told by the defaults.
create table customer (
    id                uuid primary key,
    -- As `orders.email_hash`.
    email_hash        bytea not null unique,
    email             text not null,
    -- Null: as their order says, as the shop does.
    language          text check (language in ('en', 'es', 'ro', 'ru')),
    zone              text,
    quiet             boolean not null default true,
    quiet_from        time not null default '22:00',
    quiet_until       time not null default '08:00',
    -- Sealed; the hash finds it again when a text message asks to stop.
    phone             bytea,
    phone_hash        bytea,
    phone_verified_at timestamptz,
    created_at        timestamptz not null,
    updated_at        timestamptz not null
);
create index customer_phone on customer (phone_hash) where phone_hash is not null;

-- What somebody chose; what they did not choose follows the defaults.
create table customer_preference (
    customer_id uuid not null references customer on delete cascade,
    -- One of the statuses people choose by.
    topic       text not null,
    channel     text not null check (channel in ('email', 'sms', 'push')),
    wanted      boolean not null,
    primary key (customer_id, topic, channel)
);

-- A browser or an app that asked to hear of one order.
create table push_subscription (
    id         uuid primary key,
    order_id   uuid not null references orders,
    kind       text not null check (kind in ('web', 'fcm')),
    -- Web Push: the push service's address; FCM: the registration token.
    endpoint   text not null,
    p256dh     text,
    auth       text,
    language   text not null check (language in ('en', 'es', 'ro', 'ru')),
    created_at timestamptz not null,
    -- The push service said it is over, or the order is.
    gone_at    timestamptz,
    unique (order_id, endpoint),
    check (kind = 'fcm' or (p256dh is not null and auth is not null))
);
create index push_subscription_order on push_subscription (order_id) where gone_at is null;
