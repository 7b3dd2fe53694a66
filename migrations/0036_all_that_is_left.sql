-- Why: a refund's key is remembered for ever, and what was asked for under it with it: all that is left is another wish than a part.

alter table refund
    -- Whether all that was left was asked for, without an amount. Null where nobody asked us, and where it was asked before this was kept.
    add column all_left boolean;
