/** Plays a transcript line by line: what a person does is sent, what Bladi says is waited for and compared. */
import type { ShownMessage } from '#channels/simulator/message.ts';
import type { Wire } from '../wire.ts';
import { createBinding, createNaming, withoutMarks } from './placeholders.ts';
import { actOf, type Line, writeLine } from './transcript.ts';

/** How many seconds a message is waited for; a notice takes a few jobs to arrive. */
const patience = 30;

/** Undefined when all is said as it is written, else where and how it is not. */
export async function playTranscript(lines: readonly Line[], wire: Wire, name: string): Promise<string | undefined> {
  const binding = createBinding();
  const next = listener(wire);
  for (const line of lines) {
    if (line.from === 'person') {
      await wire.post(line.chat, actOf(binding.fill(line.text)));
      continue;
    }
    const said = await next(line.chat, patience);
    if (!said) return `${name}:${line.at} @${line.chat} is told nothing, where is written:\n${writeLine(line)}`;
    if (!binding.matches(line.text, said.text)) {
      return `${name}:${line.at} @${line.chat} is told something else:\n${difference(binding.fill(line.text), said.text)}`;
    }
  }
  for (const chat of new Set(lines.map((line) => line.chat))) {
    const more = await next(chat, 0);
    if (more)
      return `${name}: @${chat} is told more than is written:\n${writeLine({ from: 'bot', text: withoutMarks(more.text) })}`;
  }
  return undefined;
}

/** The same conversation with what is said now; a message that is still as written keeps its lines. */
export async function rewriteTranscript(lines: readonly Line[], wire: Wire): Promise<string> {
  const binding = createBinding();
  const naming = createNaming();
  const next = listener(wire);
  const written: string[] = [];
  let current: string | undefined;
  for (const { chat, from, text } of lines) {
    if (chat !== current) written.push(`${current === undefined ? '' : '\n'}@${chat}`);
    current = chat;
    if (from === 'person') {
      await wire.post(chat, actOf(naming.fill(text)));
      written.push(writeLine({ from, text }));
      continue;
    }
    const said = await next(chat, patience);
    if (!said) continue;
    const named = naming.bot(said.text);
    written.push(writeLine({ from, text: binding.matches(text, said.text) ? text : named }));
  }
  return `${written.join('\n')}\n`;
}

/** Gives what a chat is told, message by message. */
function listener(wire: Wire) {
  const seen = new Map<string, number>();
  const waiting = new Map<string, ShownMessage[]>();
  return async (chat: string, wait: number): Promise<ShownMessage | undefined> => {
    const queue = waiting.get(chat) ?? [];
    waiting.set(chat, queue);
    const end = performance.now() + wait * 1000;
    while (queue.length === 0) {
      const left = Math.ceil((end - performance.now()) / 1000);
      const messages = await wire.read(chat, seen.get(chat) ?? 0, Math.max(0, left));
      seen.set(chat, messages.at(-1)?.seq ?? seen.get(chat) ?? 0);
      queue.push(...messages.filter((message) => message.from === 'bot'));
      if (messages.length === 0 && left <= 0) break;
    }
    return queue.shift();
  };
}

/** Line by line: as written (-), as said (+). */
function difference(expected: string, said: string): string {
  const [written, heard] = [expected.split('\n'), withoutMarks(said).split('\n')];
  const lines = [];
  for (let n = 0; n < Math.max(written.length, heard.length); n++) {
    const [one, other] = [written[n], heard[n]];
    if (one === other) lines.push(`    ${one}`);
    else lines.push(...(one === undefined ? [] : [`  - ${one}`]), ...(other === undefined ? [] : [`  + ${other}`]));
  }
  return lines.join('\n');
}
