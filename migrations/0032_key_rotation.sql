-- Why: whoever's answer to a rotation was lost asks again. That must give another new secret, and not end the one that programs still use.

alter table api_key
    -- The request that rotated it last.
    add column rotation uuid;
