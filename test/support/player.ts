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

  /** Types a text and gives the bot's next message. */
  async say(text: string): Promise<Seen> {
    await this.#post({ text });
    return this.next();
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
        return message;
      }
    }
    throw new Error(`${this.#chat}: nothing came within ${patience} ms; the last was:\n${this.seen.at(-1)?.text}`);
  }

  /** The last message if it is the one meant, else the next that is, past any others. */
  async until(isMeant: (message: Seen) => boolean): Promise<Seen> {
    const last = this.seen.at(-1);
    if (last && isMeant(last)) return last;
    for (;;) {
      const message = await this.next();
      if (isMeant(message)) return message;
    }
  }

  /** Types the digit of the open question's choice whose id begins so. */
  async pick(idPrefix: string): Promise<Seen> {
    const question = this.seen.findLast((message) => message.choices?.length);
    const choice = question?.choices?.find(({ id }) => id.startsWith(idPrefix));
    if (!choice) throw new Error(`${this.#chat}: no choice ${idPrefix} in\n${question?.text}`);
    return this.say(choice.digit);
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
