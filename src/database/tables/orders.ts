import type { Generated } from 'kysely';
import type { Centimes } from '#base/money.ts';
import type { OrderState, PartSource, PartState, Payment, RefusalCause } from '#trade/orders/order.ts';

/** Moments are milliseconds since 1970; days are `2026-11-25` in the programme's zone. */
export interface OrderTables {
  orders: {
    id: string;
    number: string;
    /** False once the number may be given to another order. */
    number_held: boolean;
    basket_id: string;
    /** Whose order it is. */
    person: string;
    /** The volunteer who wrote it down for somebody on the phone. */
    taken_by: string | null;
    language: 'ar' | 'fr';
    /** The edition of the shop in which it was confirmed. */
    edition: number;
    state: OrderState;
    /** Goes up with whatever the customer is told, so that an older notice can be recognised. */
    version: number;
    payer_name: string;
    payer_phone: string | null;
    receiver_name: string;
    receiver_phone: string | null;
    payment: Payment;
    way: 'delivery' | 'shelf';
    commune: string | null;
    address: string | null;
    landmark: string | null;
    latitude: number | null;
    longitude: number | null;
    /** The voice note that tells the place. */
    voice_note: Generated<string | null>;
    day: string | null;
    may_call: boolean;
    shelf: string | null;
    /** What the live parts cost together. */
    goods: Centimes;
    /** As shown to the customer, or less. */
    fee: Centimes;
    placed_at: number;
    undo_until: number;
    closed_at: number | null;
  };
  /** What the customer saw and said yes to; never changed. */
  order_line: {
    order_id: string;
    position: number;
    product: string;
    quantity: number;
    price: Centimes;
    /** Taken from the counted stock of a bundle. */
    reserved: number;
    /** Units taken from the stock of the order's shelf. */
    from_shelf: Generated<number>;
  };
  order_part: {
    id: string;
    order_id: string;
    position: number;
    cooperative: string;
    state: PartState;
    version: number;
    amount: Centimes;
    refusal_cause: RefusalCause | null;
    refusal_words: string | null;
    /** Who carries what is lost, damaged or not taken; null while nothing is. */
    loss_carrier: 'customer' | 'cooperative' | 'distributor' | 'programme' | null;
    asked_at: number | null;
    answered_at: number | null;
    ready_at: number | null;
    /** Who is asked: the cooperative, or the keeper of the shelf on which it stands. */
    source: Generated<PartSource>;
    /** When its answer clock came to the volunteers. */
    escalated_at: Generated<number | null>;
  };
  /** What the cooperative makes; bundles are taken apart. */
  part_line: {
    part_id: string;
    position: number;
    product: string;
    bundle: string | null;
    quantity: number;
    price: Centimes;
    weight: number;
    size: 'small' | 'medium' | 'large';
    /** Taken from counted stock. */
    reserved: number;
  };
}
