import type { ColumnType, Generated } from 'kysely';

/** Kept as jsonb; written as its JSON text, because drivers disagree on what an object or array becomes. */
type Json<Value> = ColumnType<Value, string, string>;

interface Words {
  readonly ar?: string;
  readonly fr?: string;
}

interface Picture {
  readonly source: string;
  readonly mimeType: string;
}

interface FoodFacts {
  readonly ingredients?: Words;
  readonly allergens?: readonly string[];
  readonly keeping?: Words;
  readonly authorisation?: string;
}

export interface CatalogueTables {
  /** One row: the number of the edition in force. Triggers move it on when anything that is shown changes. */
  catalogue_edition: { one: Generated<boolean>; number: number };
  programme: { one: Generated<boolean>; name: Json<Words>; controller: string; is_sample: boolean };
  category: { slug: string; position: number; name: Json<Words>; short: Json<Words> | null };
  commune: {
    slug: string;
    position: number;
    name: Json<Words>;
    short: Json<Words> | null;
    province: 'rehamna' | 'youssoufia';
    delivery_fee: number;
    pickup_fee: number;
  };
  cooperative: {
    slug: string;
    position: number;
    name: Json<Words>;
    short: Json<Words> | null;
    story: Json<Words>;
    commune: string;
    place: Json<Words>;
    members: number;
    working_days: number[];
    /** The last day of its absence. */
    away_until: Generated<string | null>;
    /** E.164; for volunteers. */
    phone: Generated<string | null>;
  };
  product: {
    code: string;
    position: number;
    name: Json<Words>;
    short: Json<Words> | null;
    description: Json<Words>;
    category: string;
    /** Null for a bundle. */
    cooperative: string | null;
    unit_amount: number;
    unit: 'g' | 'kg' | 'ml' | 'L' | 'piece';
    price: number;
    photo: Json<Picture> | null;
    days_to_make: number;
    most_per_week: number | null;
    weight: number;
    size: 'small' | 'medium' | 'large';
    stock_kind: 'onDemand' | 'counted' | 'out';
    /** A number for counted stock, null otherwise. */
    stock_left: number | null;
    food: Json<FoodFacts> | null;
    /** Switched off by its cooperative; the stock is kept. */
    is_off: Generated<boolean>;
  };
  variant: {
    product: string;
    code: string;
    position: number;
    name: Json<Words>;
    price: number;
    photo: Json<Picture> | null;
    /** A number for single pieces; null where the product's own stock counts. */
    stock_left: number | null;
  };
  bundle_part: { bundle: string; product: string; position: number; quantity: number; share: number };
  distributor: { slug: string; position: number; name: Json<Words>; days: number[]; phone: Generated<string | null> };
  distributor_commune: { distributor: string; commune: string; position: number };
  shelf: {
    slug: string;
    position: number;
    name: Json<Words>;
    short: Json<Words> | null;
    commune: string;
    place: Json<Words>;
    hours: Json<Words>;
    access: Json<Words>;
    cashier: 'keeper' | 'till' | 'before';
    phone: Generated<string | null>;
  };
}
