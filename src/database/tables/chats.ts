/** The chats' tables as far as they are read outside the functions of their migration. */

export interface ChatTables {
  chat: {
    chat: string;
    channel: string;
    owner: number | null;
    due_at: number | null;
    mail_at: number | null;
  };
  chat_item: { chat: string; number: number; id: string; seen: number; item: string };
  chat_command: { chat: string; number: number; key: string; command: string };
  chat_letter: { chat: string; number: number; outgoing: string };
  chat_seen: { chat: string; id: string; seen_at: number };
  /** Heads that were given up, with the reason. */
  chat_buried: {
    number: number;
    chat: string;
    buried_at: number;
    reason: string;
    kind: string;
    id: string;
    content: string;
  };
}
