import { afterEach, describe, expect, it } from 'vitest';
import type { Play, Waiting } from '#channels/simulator/play.ts';
import { type SimulatorStub, startSimulatorStub } from '#test/support/simulator-stub.ts';

let stub: SimulatorStub;
afterEach(() => stub.stop());

async function start(play: Play = {}): Promise<void> {
  stub = await startSimulatorStub(play);
}

const call = (method: string, path: string, headers: Record<string, string> = {}) =>
  fetch(`${stub.url}${path}`, { method, headers });

function jobs(...names: string[]) {
  const left: Waiting[] = names.map((name, index) => ({ name, at: index, step: 'reminder' }));
  return {
    left,
    next: () => Promise.resolve(left[0]),
    pass: () => Promise.resolve(left.shift()),
  };
}

describe('letting the waiting pass', () => {
  it('says what is next, lets it happen, and says what comes then', async () => {
    await start({ waiting: jobs('answer.due', 'offer.lapse') });
    const next = await call('GET', '/simulator/waiting');
    expect(await next.json()).toEqual({ next: { name: 'answer.due', at: 0, step: 'reminder' } });
    expect(await (await call('POST', '/simulator/waiting')).json()).toMatchObject({ next: { name: 'offer.lapse' } });
    expect(await (await call('POST', '/simulator/waiting')).json()).toEqual({ next: null });
  });

  it('takes nothing from the page of another site', async () => {
    const waiting = jobs('answer.due');
    await start({ waiting });
    expect((await call('POST', '/simulator/waiting', { Origin: 'https://elsewhere.example' })).status).toBe(403);
    expect(waiting.left).toHaveLength(1);
  });
});

describe('starting over', () => {
  it('is asked for by the page of the same site only', async () => {
    let times = 0;
    await start({
      startOver: async () => {
        times++;
      },
    });
    expect((await call('POST', '/simulator/start-over', { Origin: 'null' })).status).toBe(403);
    expect((await call('POST', '/simulator/start-over', { Origin: stub.url })).status).toBe(200);
    expect(times).toBe(1);
  });
});

describe('where other channels run too', () => {
  it('offers neither', async () => {
    await start();
    for (const path of ['/simulator/waiting', '/simulator/start-over']) {
      expect((await call('POST', path)).status).toBe(404);
    }
    const page = await (await call('GET', '/?lang=fr')).text();
    expect(page).not.toContain('id="waiting"');
    expect(page).not.toContain('id="start-over"');
  });
});

describe('the language of whoever plays everybody', () => {
  it('is taken from the page of the same site, and only one that is spoken', async () => {
    const spoken: string[] = [];
    await start({
      speak: async (language) => {
        spoken.push(language);
      },
    });
    expect((await call('POST', '/simulator/language/fr', { Origin: stub.url })).status).toBe(200);
    expect((await call('POST', '/simulator/language/de')).status).toBe(404);
    expect((await call('POST', '/simulator/language/ar', { Origin: 'null' })).status).toBe(403);
    expect(spoken).toEqual(['fr']);
  });
});
