/** Phones of the simulator in a terminal: what is typed is sent, what is said is printed. */
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { ShownMessage } from '#channels/simulator/message.ts';
import { drawMessage } from './draw.ts';

interface Wire {
  post(chat: string, act: object): Promise<void>;
  read(chat: string, after: number, wait: number, signal?: AbortSignal): Promise<readonly ShownMessage[]>;
}

interface TerminalOptions {
  readonly wire: Wire;
  readonly input: NodeJS.ReadableStream & { readonly isTTY?: boolean };
  readonly output: NodeJS.WritableStream & { readonly isTTY?: boolean };
  /** What a typed line asks for. */
  readonly actOf: (line: string) => object;
  readonly record: (chat: string, from: 'person' | 'bot', text: string) => Promise<void>;
}

export interface Terminal {
  /** Plays until the input ends. */
  run(first: { chat: string; language?: 'ar' | 'fr' }): Promise<void>;
}

/** How much of an older conversation is shown when a phone is opened. */
const shownAtFirst = 3;
/** How long a line that was not typed by hand waits for its answer before the next is sent, in ms. */
const patience = 15_000;
/** How long what is still under way is waited for at the end, in ms. */
const lastWords = 1500;

export function createTerminal({ wire, input, output, actOf, record }: TerminalOptions): Terminal {
  const byHand = input.isTTY === true && output.isTTY === true;
  const colours = output.isTTY === true;
  /** The last message printed, by chat. */
  const phones = new Map<string, number>();
  const answered = new Map<string, () => void>();
  const openedAt = Date.now();
  let current = '';
  const over = new AbortController();
  let failure: unknown;
  const reader = createInterface({ input, ...(byHand && { output }), terminal: byHand });
  // Asked for at once: lines that come before are lost to it.
  const lines = reader[Symbol.asyncIterator]();

  function print(text: string) {
    if (!byHand) return void output.write(text);
    output.write(`\r\u001b[K${text}`);
    reader.prompt(true);
  }

  async function show(chat: string, message: ShownMessage, isNew: boolean) {
    phones.set(chat, message.seq);
    if (message.from === 'person' && isNew) return;
    print(drawMessage(message, { colours, ...(phones.size > 1 && { chat }) }));
    if (message.from === 'bot' && isNew) {
      await record(chat, 'bot', message.text);
      answered.get(chat)?.();
    }
  }

  async function listen(chat: string) {
    while (!over.signal.aborted) {
      const messages = await wire.read(chat, phones.get(chat) ?? 0, 20, over.signal);
      for (const message of messages) if (!over.signal.aborted) await show(chat, message, true);
    }
  }

  async function open(chat: string) {
    current = chat;
    reader.setPrompt(`@${chat} > `);
    if (phones.has(chat)) return;
    phones.set(chat, 0);
    const older: ShownMessage[] = [];
    for (
      let page = await wire.read(chat, 0, 0);
      page.length > 0;
      page = await wire.read(chat, older.at(-1)?.seq ?? 0, 0)
    ) {
      older.push(...page);
    }
    phones.set(chat, older.at(-1)?.seq ?? 0);
    for (const message of older.slice(-shownAtFirst)) await show(chat, message, false);
    // What came since the terminal was opened, before this phone was, belongs to what is kept.
    for (const { from, at, text } of older) if (from === 'bot' && at >= openedAt) await record(chat, 'bot', text);
    listen(chat).catch((error) => {
      if (over.signal.aborted) return;
      failure ??= error;
      reader.close();
    });
  }

  async function send(act: object, written: string) {
    const chat = current;
    await record(chat, 'person', written);
    const answer = new Promise<void>((resolve) => answered.set(chat, resolve));
    await wire.post(chat, act);
    if (!byHand) await Promise.race([answer, pause(patience, undefined, { ref: false })]);
  }

  return {
    async run({ chat, language }) {
      try {
        await open(chat);
        if (language) await send({ choice: `language:${language}` }, `[choice language:${language}]`);
        if (byHand) reader.prompt();
        for await (const line of lines) {
          const typed = line.trim();
          if (typed.startsWith('@')) await open(typed.slice(1).trim());
          else if (typed !== '') await send(actOf(typed), typed);
          if (byHand) reader.prompt();
        }
        if (!byHand) await pause(lastWords);
        if (failure) throw failure;
      } finally {
        over.abort();
        reader.close();
      }
    },
  };
}
