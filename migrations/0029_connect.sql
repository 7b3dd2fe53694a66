-- Why: orders that are born elsewhere: paid at a Stripe page that Clew did not make, or in another shop (WooCommerce, Shopify). Each is
-- written down once, whoever tells of it and however often. Clew cannot give back money that it did not take, so a payment says who did.

-- 'stripe': taken through Stripe by this shop's own account. 'external': taken elsewhere; we only hear of it.
alter table payment
    add column if not exists provider text not null default 'stripe' check (provider in ('stripe', 'external'));

create table adoption (
    origin       text not null check (origin in ('stripe_link', 'stripe_checkout', 'woocommerce', 'shopify')),
    -- The other side's name for it: cs_…, WooCommerce's order key, Shopify's order id. Once per this.
    origin_id    text not null,
    -- Null where it was over there before we heard of it: nothing older may then bring it to life.
    order_id     uuid unique references orders,
    -- When we were told that it was called off there: told once, whatever staff make of it.
    cancelled_at timestamptz,
    created_at   timestamptz not null,
    primary key (origin, origin_id)
);
