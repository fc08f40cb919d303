import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';

const tables = [
  `create table catalogue_edition (
     one boolean primary key default true check (one),
     number integer not null,
     changed_by xid8
   )`,
  `insert into catalogue_edition (number) values (0)`,
  `create table programme (
     one boolean primary key default true check (one),
     name jsonb not null,
     controller text not null,
     is_sample boolean not null
   )`,
  `create table category (
     slug text primary key,
     position integer not null,
     name jsonb not null,
     short jsonb
   )`,
  `create table commune (
     slug text primary key,
     position integer not null,
     name jsonb not null,
     short jsonb,
     province text not null check (province in ('rehamna', 'youssoufia')),
     delivery_fee integer not null check (delivery_fee >= 0),
     pickup_fee integer not null check (pickup_fee >= 0)
   )`,
  `create table cooperative (
     slug text primary key,
     position integer not null,
     name jsonb not null,
     short jsonb,
     story jsonb not null,
     commune text not null references commune,
     place jsonb not null,
     members integer not null check (members > 0),
     working_days smallint[] not null
   )`,
  `create table product (
     code text primary key,
     position integer not null,
     name jsonb not null,
     short jsonb,
     description jsonb not null,
     category text not null references category,
     cooperative text references cooperative,
     unit_amount double precision not null check (unit_amount > 0),
     unit text not null check (unit in ('g', 'kg', 'ml', 'L', 'piece')),
     price integer not null check (price > 0),
     photo jsonb,
     days_to_make integer not null check (days_to_make >= 0),
     most_per_week integer check (most_per_week > 0),
     weight integer not null check (weight > 0),
     size text not null check (size in ('small', 'medium', 'large')),
     stock_kind text not null check (stock_kind in ('onDemand', 'counted', 'out')),
     stock_left integer check (stock_left >= 0),
     food jsonb,
     check ((stock_kind = 'counted') = (stock_left is not null))
   )`,
  `create index product_cooperative on product (cooperative)`,
  `create table variant (
     product text not null references product on delete cascade,
     code text not null,
     position integer not null,
     name jsonb not null,
     price integer not null check (price > 0),
     photo jsonb,
     stock_left integer check (stock_left >= 0),
     primary key (product, code)
   )`,
  `create table bundle_part (
     bundle text not null references product on delete cascade,
     product text not null references product,
     position integer not null,
     quantity integer not null check (quantity > 0),
     share integer not null check (share >= 0),
     primary key (bundle, product)
   )`,
  `create table distributor (
     slug text primary key,
     position integer not null,
     name jsonb not null,
     days smallint[] not null
   )`,
  `create table distributor_commune (
     distributor text not null references distributor on delete cascade,
     commune text not null references commune,
     position integer not null,
     primary key (distributor, commune)
   )`,
  `create index distributor_commune_commune on distributor_commune (commune)`,
  `create table shelf (
     slug text primary key,
     position integer not null,
     name jsonb not null,
     short jsonb,
     commune text not null references commune,
     place jsonb not null,
     hours jsonb not null,
     access jsonb not null,
     cashier text not null check (cashier in ('keeper', 'till', 'before'))
   )`,
];

const shown = [
  'programme',
  'category',
  'commune',
  'cooperative',
  'variant',
  'bundle_part',
  'distributor',
  'distributor_commune',
  'shelf',
];

function editionTriggers(): string[] {
  return [
    // A transaction that changes many rows makes one edition.
    `create function move_catalogue_edition() returns trigger language plpgsql as $$
     begin
       update catalogue_edition set number = number + 1, changed_by = pg_current_xact_id()
         where changed_by is distinct from pg_current_xact_id();
       perform pg_notify('catalogue', '');
       return null;
     end $$`,
    ...shown.map((table) => trigger(table, 'edition', 'insert or update or delete')),
    trigger('product', 'edition', 'insert or delete'),
    // Orders count stock down all day: only what a customer would notice, few left or none, is worth a new edition.
    trigger(
      'product',
      'edition_update',
      'update',
      `when (to_jsonb(new) - 'stock_left' is distinct from to_jsonb(old) - 'stock_left'
         or (new.stock_left is distinct from old.stock_left and least(new.stock_left, old.stock_left) < 5))`,
    ),
  ];
}

/**
 * Deferred to the commit, where a transaction takes no further locks: taking the edition's row any earlier could make two
 * orders wait for each other.
 */
function trigger(table: string, name: string, events: string, condition = ''): string {
  return `create constraint trigger ${table}_${name} after ${events} on ${table}
    deferrable initially deferred for each row ${condition} execute function move_catalogue_edition()`;
}

/** What can be shown and ordered. Triggers move the edition on, so that no writer can forget to. */
export const catalogue: Migration = {
  async up(db) {
    for (const statement of [...tables, ...editionTriggers()]) await sql.raw(statement).execute(db);
  },
};
