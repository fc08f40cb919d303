/** Somebody with a phone: plays one chat through the simulator's door, by digits. */
import { randomUUID } from 'node:crypto';
import { until } from './until.ts';

export interface Seen {
  readonly seq: number;
  readonly from: 'person' | 'bot';
  readonly text: string;
  /** Of a person's message: the id it was sent under. */
  readonly id?: string;
  readonly choices?: readonly { readonly id: string; readonly label: string; readonly digit: string }[];
}

/** One message on its way, for a test that disturbs it. */
export interface Post {
  /** Sends it, again and again under the same id until it is taken, as a phone does. */
  send(): Promise<void>;
  /** Resolves when it stands on the screen. */
  shown(): Promise<void>;
  /** Resolves when something was said after it. */
  answered(): Promise<void>;
}

export interface PlayerOptions {
  /** Asked at each call, because a restarted server may listen elsewhere. */
  readonly url: () => string;
  readonly posting?: (post: Post) => Promise<void>;
}

/** Longer than any restart or job takes; a test that waits this long has failed. */
const patience = 30_000;

export class Player {
  readonly chat: string;
  readonly #options: PlayerOptions;
  #last = 0;
  /** Something was typed since the last message of the bot. */
  #awaitsReply = false;
  readonly seen: Seen[] = [];

  constructor(chat: string, options: PlayerOptions) {
    this.chat = chat;
    this.#options = options;
  }

  get #door(): string {
    return `${this.#options.url()}/simulator/chats/${encodeURIComponent(this.chat)}/messages`;
  }

  async #post(text: string): Promise<void> {
    const id = randomUUID();
    const request = {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ id, text }),
    };
    const post: Post = {
      send: async () => {
        const response = await persist(() => this.#fetch('', request));
        if (response.status !== 202) throw new Error(`${this.chat}: ${response.status} ${await response.text()}`);
      },
      shown: async () => {
        await this.#find((messages) => messages.some((message) => message.id === id));
      },
      answered: async () => {
        await this.#find((messages) => {
          const own = messages.findIndex((message) => message.id === id);
          return own !== -1 && messages.slice(own).some(({ from }) => from === 'bot');
        });
      },
    };
    await (this.#options.posting ?? ((one) => one.send()))(post);
    this.#awaitsReply = true;
  }

  #fetch(query: string, request: RequestInit = {}): Promise<Response> {
    const signals = [AbortSignal.timeout(10_000), ...(request.signal ? [request.signal] : [])];
    return fetch(`${this.#door}${query}`, { ...request, signal: AbortSignal.any(signals) });
  }

  async #read(wait: number, signal?: AbortSignal): Promise<readonly Seen[]> {
    const query = `?after=${this.#last}&wait=${wait}`;
    const response = await persist(() => this.#fetch(query, signal && { signal }), signal);
    return ((await response.json()) as { messages: Seen[] }).messages;
  }

  /** Looks at what is new without having seen it. */
  async #find(isThere: (messages: readonly Seen[]) => boolean): Promise<void> {
    await until(`${this.chat} sees it`, async () => isThere(await this.#read(0)), patience);
  }

  /** Types a text as the answer to the last question, which is waited for. */
  async say(text: string): Promise<void> {
    if (this.#awaitsReply) await this.next();
    await this.#post(text);
  }

  /** The bot's next message that was not yet seen. */
  async next(signal?: AbortSignal): Promise<Seen> {
    const deadline = Date.now() + patience;
    while (Date.now() < deadline) {
      for (const message of await this.#read(5, signal)) {
        this.#last = message.seq;
        if (message.from !== 'bot') continue;
        this.seen.push(message);
        this.#awaitsReply = false;
        return message;
      }
    }
    throw new Error(`${this.chat}: nothing came within ${patience} ms; the last was:\n${this.seen.at(-1)?.text}`);
  }

  /** The last message if it is the one meant and still unanswered, else the next that is, past any others. */
  async until(isMeant: (message: Seen) => boolean, signal?: AbortSignal): Promise<Seen> {
    const last = this.seen.at(-1);
    if (last && !this.#awaitsReply && isMeant(last)) return last;
    for (;;) {
      const message = await this.next(signal);
      if (isMeant(message)) return message;
    }
  }

  /** Waits for a question with a choice whose id begins so, and types its digit. */
  async pick(idPrefix: string): Promise<void> {
    const isMeant = ({ id }: { id: string }) => id.startsWith(idPrefix);
    const question = await this.until(({ choices }) => choices?.some(isMeant) === true);
    await this.#post(question.choices?.find(isMeant)?.digit ?? '');
  }
}

/** Tries again while a server is away, as a phone does. */
async function persist(attempt: () => Promise<Response>, signal?: AbortSignal): Promise<Response> {
  const ask = async () => {
    if (signal?.aborted) return 'given up';
    const response = await attempt();
    if (response.status !== 429 && response.status < 500) return response;
    throw new Error(`${response.status} ${await response.text()}`);
  };
  const response = await until('the server answers', ask, patience);
  if (response === 'given up') throw signal?.reason;
  return response;
}
