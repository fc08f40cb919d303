/** How a message looks in a terminal. */
import type { ShownMessage } from '#channels/simulator/message.ts';

export interface Drawing {
  /** Whether the terminal shows colours. */
  readonly colours: boolean;
  /** Named when several phones are open. */
  readonly chat?: string;
}

export function drawMessage(message: ShownMessage, { colours, chat }: Drawing): string {
  const paint = (code: number, text: string) => (colours ? `\u001b[${code}m${text}\u001b[0m` : text);
  const isBot = message.from === 'bot';
  const lines = [...(message.image ? [`[${message.image}]`] : []), ...message.text.split('\n')];
  const body = lines.map((line) => `  ${paint(isBot ? 36 : 2, isBot ? '│' : '>')} ${line}`.trimEnd()).join('\n');
  return chat === undefined ? `${body}\n` : `${paint(33, `@${chat}`)}\n${body}\n`;
}
