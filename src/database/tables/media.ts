export interface MediaTables {
  /** Sound and pictures that people sent. */
  kept_media: { id: string; mime_type: string; bytes: Uint8Array; kept_at: number };
}
