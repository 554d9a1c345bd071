-- A third kind of key: a client certificate, by which a machine comes over mutual TLS. Its public key is its own, so a pair
-- is never used both to sign requests and for a certificate; those of our authority have the serial that its list of
-- revoked certificates names, an operator's own have none.

alter table access.keys
  add column certificate      bytea,        -- DER
  add column certificate_hash bytea unique, -- SHA-256 of it
  add column serial           text unique,  -- hexadecimal
  drop constraint keys_kind_check,
  drop constraint keys_check,
  add constraint keys_kind check (kind in ('signing', 'reading', 'certificate')),
  add constraint keys_public_key check ((kind = 'reading') = (public_key is null)),
  add constraint keys_certificate check ((kind = 'certificate') = (certificate is not null)),
  add constraint keys_certificate_hash check ((kind = 'certificate') = (certificate_hash is not null)),
  add constraint keys_certificate_ends check (kind <> 'certificate' or expires_at is not null);
create index keys_revoked_certificates on access.keys (expires_at) where serial is not null;
