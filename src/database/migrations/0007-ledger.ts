import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const statements = [
  'create table account (name text primary key)',
  `create table ledger_transaction (
    id bigint primary key generated always as identity,
    key text not null unique,
    kind text not null,
    order_id text not null,
    at bigint not null default (extract(epoch from clock_timestamp()) * 1000)::bigint
  )`,
  'create index ledger_transaction_order on ledger_transaction (order_id)',
  `create table posting (
    transaction_id bigint not null references ledger_transaction,
    position integer not null,
    account text not null references account,
    amount bigint not null check (amount <> 0),
    primary key (transaction_id, position)
  )`,
  'create index posting_account on posting (account)',
  // Whoever writes, and however: what does not add up to zero cannot be committed.
  `create function refuse_unbalanced() returns trigger language plpgsql as $$
  declare
    difference bigint;
  begin
    select sum(amount) into difference from posting where transaction_id = new.transaction_id;
    if difference <> 0 then
      raise exception 'ledger transaction % is off by % centimes', new.transaction_id, difference
        using errcode = 'check_violation';
    end if;
    return null;
  end $$`,
  `create constraint trigger posting_balanced after insert on posting
    deferrable initially deferred for each row execute function refuse_unbalanced()`,
  // A mistake is corrected by a further transaction, so that every balance ever shown can be explained.
  `create function refuse_rewriting() returns trigger language plpgsql as $$
  begin
    raise exception 'the ledger is only ever added to' using errcode = 'restrict_violation';
  end $$`,
  `create trigger posting_kept before update or delete on posting
    for each row execute function refuse_rewriting()`,
  `create trigger ledger_transaction_kept before update or delete on ledger_transaction
    for each row execute function refuse_rewriting()`,
];

export const ledger: Migration = {
  async up(db) {
    for (const statement of statements) await sql.raw(statement).execute(db);
  },
};
