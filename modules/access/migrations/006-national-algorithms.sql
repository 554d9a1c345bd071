-- Keys of the national algorithms: SM2 with SM3.

alter table access.keys drop constraint keys_algorithm_check;
alter table access.keys add constraint keys_algorithm_check check (algorithm in ('ed25519', 'ecdsa-p256-sha256', 'sm2-sm3'));
