/** Somebody with a phone: plays one chat through the simulator's door, by digits. */
import { randomUUID } from 'node:crypto';

export interface Seen {
  readonly seq: number;
  readonly from: 'person' | 'bot';
  readonly text: string;
  readonly choices?: readonly { readonly id: string; readonly label: string; readonly digit: string }[];
}

/** Longer than any restart or job takes; a test that waits this long has failed. */
const patience = 30_000;

export class Player {
  readonly #chat: string;
  readonly #url: () => string;
  #last = 0;
  /** Something was typed since the last message of the bot. */
  #awaitsReply = false;
  readonly seen: Seen[] = [];

  /** `url` is asked at each call, because a restarted server may listen elsewhere. */
  constructor(chat: string, url: () => string) {
    this.#chat = chat;
    this.#url = url;
  }

  get #door(): string {
    return `${this.#url()}/simulator/chats/${encodeURIComponent(this.#chat)}/messages`;
  }

  async #post(body: object): Promise<void> {
    const id = randomUUID();
    const response = await persist(() =>
      fetch(this.#door, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ id, ...body }),
        signal: AbortSignal.timeout(10_000),
      }),
    );
    if (response.status !== 202) throw new Error(`${this.#chat}: ${response.status} ${await response.text()}`);
  }

  /** Types a text as the answer to the last question, which is waited for. */
  async say(text: string): Promise<void> {
    if (this.#awaitsReply) await this.next();
    await this.#post({ text });
    this.#awaitsReply = true;
  }

  /** The bot's next message that was not yet seen. */
  async next(): Promise<Seen> {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      const response = await persist(() =>
        fetch(`${this.#door}?after=${this.#last}&wait=5`, { signal: AbortSignal.timeout(10_000) }),
      );
      const { messages } = (await response.json()) as { messages: Seen[] };
      for (const message of messages) {
        this.#last = message.seq;
        if (message.from !== 'bot') continue;
        this.seen.push(message);
        this.#awaitsReply = false;
        return message;
      }
    }
    throw new Error(`${this.#chat}: nothing came within ${patience} ms; the last was:\n${this.seen.at(-1)?.text}`);
  }

  /** The last message if it is the one meant and still unanswered, else the next that is, past any others. */
  async until(isMeant: (message: Seen) => boolean): Promise<Seen> {
    const last = this.seen.at(-1);
    if (last && !this.#awaitsReply && isMeant(last)) return last;
    for (;;) {
      const message = await this.next();
      if (isMeant(message)) return message;
    }
  }

  /** Waits for a question with a choice whose id begins so, and types its digit. */
  async pick(idPrefix: string): Promise<void> {
    const isMeant = ({ id }: { id: string }) => id.startsWith(idPrefix);
    const question = await this.until(({ choices }) => choices?.some(isMeant) === true);
    await this.#post({ text: question.choices?.find(isMeant)?.digit });
    this.#awaitsReply = true;
  }
}

/** Tries again while a server is away, as a phone does. */
async function persist(attempt: () => Promise<Response>): Promise<Response> {
  const deadline = Date.now() + patience;
  for (;;) {
    try {
      const response = await attempt();
      if (response.status !== 503 || Date.now() > deadline) return response;
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
