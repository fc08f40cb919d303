export interface ShelfTables {
  /** A part that is to be brought to a shelf: expected until it has arrived. */
  shelf_part: {
    part_id: string;
    order_id: string;
    shelf: string;
    expected_at: number;
    arrived_at: number | null;
  };
}
