import { beforeEach, describe, expect, test } from 'vitest';
import { volunteerFlow } from '#flows/volunteer/flow.ts';
import { FlowHarness } from '#test/support/flow-harness.ts';

let chat: FlowHarness;

beforeEach(() => {
  chat = new FlowHarness(volunteerFlow);
});

const tell = async (notice: object) => chat.text(await chat.send({ type: 'notice', notice }));

describe('A volunteer', () => {
  test('is told who asks for help, with what they gave of themselves', async () => {
    const asked = { name: 'help.asked', who: 'Amina', phone: '+212612345678', words: 'je me suis trompée' };
    expect(await tell(asked)).toContain(
      "Quelqu'un demande un bénévole : Amina.\nTéléphone : 06 12 34 56 78\nSes mots : je me suis trompée",
    );
    expect(await tell({ name: 'help.asked', who: 'Amina' })).not.toContain('Téléphone');
  });

  test('is told of a delivery that nobody takes, and what to do', async () => {
    const unassigned = { name: 'delivery.unassigned', order: 'A7H4', commune: 'bouchane', day: '2026-11-26' };
    expect(await tell(unassigned)).toContain(
      "Commande A7H4 : aucun distributeur n'a dit oui. À livrer à Bouchane, jeudi 26 novembre.",
    );
  });

  test('is told of a request that could not be recorded', async () => {
    const parked = { name: 'command.parked', command: 'order.place', chat: 'simulator:amina' };
    expect(await tell(parked)).toContain('order.place. Conversation : simulator:amina.');
  });

  test('hears with 1 what will come, and nothing that is not true yet', async () => {
    expect((await chat.type('1')).keys).toEqual([
      'volunteer.whatHelp',
      'volunteer.whatDelivery',
      'volunteer.whatParked',
    ]);
    expect((await chat.send({ type: 'orders' })).keys).toEqual(['volunteer.noList']);
    expect((await chat.send({ type: 'code', value: '4821' })).commands).toEqual([]);
  });

  test('is answered kindly for every global word', async () => {
    for (const type of ['volunteer', 'basket', 'undo', 'stop', 'privacy', 'yes', 'no', 'hello']) {
      expect((await chat.send({ type })).keys, type).toHaveLength(1);
    }
    for (const type of ['menu', 'back', 'language', 'question']) {
      expect((await chat.send({ type, value: 'ar' })).handled, type).toBe(true);
    }
  });
});
