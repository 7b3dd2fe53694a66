-- Why: the public order form also sends parcels. A customer chooses among what carriers were asked for exactly these goods and this
-- address, so a quote remembers its question; and a gift says so from the order on, not only when its papers are printed.

alter table place
    -- Whether its order form offers to send parcels: goods leave by a carrier at a rate the customer chooses.
    add column shipping boolean not null default false;

alter table quote
    -- SHA-256 of what was asked: an answer to it may be chosen for nothing else.
    add column asked bytea,
    -- What Shippo thought of the address; null where nobody can tell.
    add column address_valid boolean;
create index quote_asked on quote (asked, created_at desc) where asked is not null;

alter table payment
    -- When Stripe was told to end the checkout, before it was asked: a request repeated under its key must say the same again.
    -- Null: Stripe's own time.
    add column session_until timestamptz;

alter table orders
    -- Somebody gives it away: its packing slip shows no prices.
    add column gift boolean not null default false;
