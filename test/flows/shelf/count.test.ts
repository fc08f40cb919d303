import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCount } from '#flows/shelf/count.ts';

const pairs = (text: string, most = 20) => readCount(text, most).pairs;

describe('A count in one message', () => {
  it.each([
    '1=7 2=12',
    '1 = 7 2 =12',
    '1:7 2:12',
    '١=٧ ٢=١٢',
    '۱=۷، ۲=۱۲',
    '1=7, 2=12',
    '1=7,2=12',
    '1=7; 2=12.',
    '1=7\n2=12',
    '1=7 et 2=12',
    '1=7 ET 2=12',
    '1=7 و 2=12',
    '1=7 و2=12',
    '1=7و2=12',
    '1=7 w 2=12',
    '1：7 2＝12',
    '\n  1=7\t2=12 ',
  ])('is understood in every way of writing it: %j', (text) => {
    expect(readCount(text, 20)).toEqual({
      pairs: [
        [1, 7],
        [2, 12],
      ],
      unclear: [],
    });
  });

  it('takes none for none', () => {
    expect(pairs('3=0 4=00')).toEqual([
      [3, 0],
      [4, 0],
    ]);
  });

  it.each([
    ['1=7 2=x 3=4', ['2=x']],
    ['1=7 deux=2 3=4', ['deux=2']],
    ['1=7 3=4 merci', ['merci']],
    ['1=7 21=2 3=4', ['21=2']],
    ['1=7 0=2 3=4', ['0=2']],
    ['1=7 2=12345 3=4', ['2=12345']],
    ['1=7 2=1=3 3=4', ['2=1=3']],
    ['1=7 2=-3 3=4', ['2=-3']],
    ['1=7 5 3=4', ['5']],
  ])('names what it does not understand and keeps the rest: %j', (text, unclear) => {
    expect(readCount(text, 20)).toEqual({
      pairs: [
        [1, 7],
        [3, 4],
      ],
      unclear,
    });
  });

  it('reads nothing from nothing', () => {
    expect(readCount(' , et ', 20)).toEqual({ pairs: [], unclear: [] });
  });
});

const arabic = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
const onePair = fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 0, max: 9999 }));
const sign = fc.constantFrom('=', ':', ' = ', ' :', '= ');
const gap = fc.constantFrom(' ', ', ', '،', '؛ ', '\n', ' et ', ' و ', ' و', ' and ', ';');
const script = fc.constantFrom((text: string) => text, arabic);
const written = fc.array(fc.tuple(onePair, sign, gap, script), { minLength: 1, maxLength: 30 });

describe('Any count', () => {
  it('is read as it was meant, however it is written', () => {
    fc.assert(
      fc.property(written, (parts) => {
        const text = parts.map(([[number, left], is, after, as]) => as(`${number}${is}${left}`) + after).join('');
        expect(readCount(text, 200)).toEqual({ pairs: parts.map(([one]) => one), unclear: [] });
      }),
    );
  });

  it('loses nothing to a word that was not understood', () => {
    const word = fc.constantFrom('miel', 'x=3', '4=', '=5', 'عسل', '7=7=7', '12');
    fc.assert(
      fc.property(
        fc.array(onePair, { maxLength: 8 }),
        word,
        fc.array(onePair, { maxLength: 8 }),
        (before, odd, after) => {
          const say = (some: typeof before) => some.map(([number, left]) => `${number}=${left}`);
          const text = [...say(before), odd, ...say(after)].join(', ');
          expect(readCount(text, 200)).toEqual({ pairs: [...before, ...after], unclear: [odd] });
        },
      ),
    );
  });

  it('never throws, and never counts what is not on the list', () => {
    const typed = fc.string({ unit: fc.constantFrom(...'0123456789=: ,\nو٣x-.') });
    fc.assert(
      fc.property(fc.oneof(typed, fc.string({ unit: 'binary' })), fc.integer({ min: 1, max: 30 }), (text, most) => {
        for (const [number, left] of readCount(text, most).pairs) {
          expect(number).toBeGreaterThanOrEqual(1);
          expect(number).toBeLessThanOrEqual(most);
          expect(Number.isInteger(left)).toBe(true);
          expect(left).toBeLessThanOrEqual(9999);
        }
      }),
    );
  });
});
