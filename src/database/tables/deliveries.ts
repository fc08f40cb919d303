import type { Generated } from 'kysely';
import type { Centimes } from '#base/money.ts';
import type { DeliveryState, Failure, OfferState } from '#trade/deliveries/delivery.ts';

export interface DeliveryTables {
  delivery: {
    id: string;
    order_id: string;
    state: DeliveryState;
    version: number;
    commune: string;
    day: string;
    fee: Centimes;
    distributor: string | null;
    needed_at: number;
    taken_at: number | null;
    left_at: number | null;
    delivered_at: number | null;
    failure: Generated<Failure | null>;
    failure_words: Generated<string | null>;
    failed_at: Generated<number | null>;
    back_at: Generated<number | null>;
  };
  offer: {
    id: string;
    delivery_id: string;
    distributor: string;
    state: OfferState;
    offered_at: number;
    expires_at: number;
    answered_at: number | null;
  };
  /** Goods or cash about to change hands: the receiver tells the code, the giver types it. */
  handover: {
    id: string;
    /** Null for cash that goes to a cooperative. */
    order_id: string | null;
    /** The part that is picked up; null where the whole order changes hands. */
    part_id: string | null;
    kind: 'pickup' | 'delivery' | 'collection' | 'settlement';
    giver_role: 'cooperative' | 'distributor' | 'shelf';
    giver: string;
    /** The distributor concerned, who must be able to tell the codes apart. */
    distributor: string | null;
    code: string;
    /** `void`: what it was for is not going to happen. */
    state: 'open' | 'done' | 'void';
    opened_at: number;
    done_at: number | null;
    /** The chat in which the code was typed. */
    done_in: string | null;
    /** Whose the cash of a settlement is, and how much changes hands; null for goods. */
    cooperative: string | null;
    amount: Centimes | null;
  };
  /** A wrong code that somebody typed. */
  handover_try: {
    number: Generated<number>;
    giver_role: 'cooperative' | 'distributor' | 'shelf';
    giver: string;
    at: number;
  };
}
