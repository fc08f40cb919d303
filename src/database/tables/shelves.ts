import type { ColumnType, Generated } from 'kysely';
import type { RefusalCause } from '#trade/orders/order.ts';
import type { ReservationState } from '#trade/shelves/requests.ts';

/** A count line: what was said to stand there, and what stood there by the books. */
interface CountedLine {
  readonly product: string;
  readonly left: number;
  readonly before: number;
}

export interface ShelfTables {
  /** A part that is to be brought to a shelf: expected until it has arrived. */
  shelf_part: {
    part_id: string;
    order_id: string;
    shelf: string;
    expected_at: number;
    arrived_at: number | null;
  };
  shelf_stock: {
    shelf: string;
    product: string;
    position: number;
    /** Units that stand free on the shelf. */
    units: number;
    /**
     * Units that the books know beyond these, and the keeper did not find: the next count settles them. Below zero after
     * a count that found fewer than had been promised meanwhile.
     */
    missing: Generated<number>;
  };
  /** What the keeper is asked to put aside for an order. */
  reservation: {
    id: string;
    order_id: string;
    shelf: string;
    state: ReservationState;
    asked_at: number;
    answered_at: number | null;
    /** When its answer clock came to the volunteers. */
    escalated_at: number | null;
    refusal_cause: RefusalCause | null;
  };
  shelf_count: {
    id: string;
    shelf: string;
    chat: string;
    lines: ColumnType<readonly CountedLine[], string, never>;
    counted_at: number;
  };
}
