/** From the start of the real server to its first answer, in seconds: on an empty directory, and again on what it left. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { createInterface } from 'node:readline';

const patience = 60_000;

async function firstAnswer(url: string, chat: string): Promise<void> {
  const door = `${url}/simulator/chats/${chat}/messages`;
  const headers = { 'content-type': 'application/json' };
  await fetch(door, { method: 'POST', headers, body: JSON.stringify({ text: 'bonjour' }) });
  for (let after = 0; ; ) {
    const response = await fetch(`${door}?after=${after}&wait=10`, { signal: AbortSignal.timeout(patience) });
    const { messages } = (await response.json()) as { messages: { seq: number; from: string }[] };
    if (messages.some(({ from }) => from === 'bot')) return;
    after = messages.at(-1)?.seq ?? after;
  }
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: server.stdout })) {
    const [url] = /http:\/\/\S+/.exec(line) ?? [];
    if (url !== undefined) return url;
  }
  throw new Error('the server ended before it listened');
}

async function start(directory: string, chat: string): Promise<number> {
  const began = performance.now();
  const env = { ...process.env, DATA_DIR: directory, PORT: '0', LOG_LEVEL: 'error', DATABASE_URL: '', REDIS_URL: '' };
  const server = spawn(process.execPath, ['src/main.ts', 'serve'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    await firstAnswer(await addressOf(server), chat);
    return (performance.now() - began) / 1000;
  } finally {
    server.kill('SIGTERM');
    await once(server, 'exit');
  }
}

/** Seconds of the first start and of a second one on the same data. */
export async function measureStarts(): Promise<{ first: number; again: number }> {
  const directory = await mkdtemp(path.join(tmpdir(), 'bladi-start-'));
  try {
    return { first: await start(directory, 'amina'), again: await start(directory, 'youssef') };
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
