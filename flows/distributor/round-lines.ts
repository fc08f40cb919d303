/** The round as one message that is read on the road, without network: everything he needs at each door. */
import type { Day } from '#base/clock.ts';
import type { Shop } from '#trade/catalogue/shop.ts';
import type { Failure, RoundStop, Stop } from '#trade/deliveries/delivery.ts';
import type { Statement, Value } from '../kit.ts';
import { failures } from './failures.ts';

type Values = Readonly<Record<string, Value>>;

export function cashLine(cash: number): Statement {
  if (cash === 0) return { key: 'distributor.noCash' };
  return { key: 'distributor.cash', values: { cash: { money: cash } } };
}

export function place(cooperative: string, shop: Shop): Values {
  const commune = shop.cooperatives.get(cooperative)?.commune ?? '';
  return { cooperative: { cooperative }, commune: { commune } };
}

/** The code he tells there, and where it is. */
export function codeLines(cooperative: string, code: string, shop: Shop): readonly Statement[] {
  const words = shop.cooperatives.get(cooperative)?.place ?? {};
  return [
    { key: 'distributor.stopCode', values: { ...place(cooperative, shop), code: { code } } },
    ...(words.ar || words.fr ? [{ key: 'distributor.stopPlace', values: { place: { words } } } as const] : []),
  ];
}

function stopLines({ cooperative, state, code }: Stop, shop: Shop): readonly Statement[] {
  if (state === 'pickedUp') return [{ key: 'distributor.stopPickedUp', values: { cooperative: { cooperative } } }];
  if (code !== undefined) return codeLines(cooperative, code, shop);
  const key = state === 'ready' ? 'distributor.stopReady' : 'distributor.stopNotReady';
  return [{ key, values: place(cooperative, shop) }];
}

function doorLines(stop: RoundStop): readonly Statement[] {
  const { receiver, commune, address, landmark, location, voice, phone, cash, fee } = stop;
  const lines: Statement[] = [
    { key: 'distributor.receiver', values: { receiver: { typed: receiver }, commune: { commune } } },
  ];
  if (address !== '') lines.push({ key: 'distributor.address', values: { address: { typed: address } } });
  if (voice !== undefined) lines.push({ key: 'distributor.addressVoice', voice });
  else if (address === '' && location === undefined) lines.push({ key: 'distributor.addressByPhone' });
  if (landmark !== undefined) lines.push({ key: 'distributor.landmark', values: { landmark: { typed: landmark } } });
  if (location !== undefined) lines.push({ key: 'distributor.pin', values: { pin: { code: mapLink(location) } } });
  if (phone !== undefined) lines.push({ key: 'distributor.phone', values: { phone: { code: phone } } });
  else if (stop.isCallable) lines.push({ key: 'distributor.phoneLater' });
  return [...lines, { key: 'distributor.fee', values: { fee: { money: fee } } }, cashLine(cash)];
}

/** Opens the map that the phone has; nothing is sent anywhere before it is tapped. */
function mapLink({ latitude, longitude }: { latitude: number; longitude: number }): string {
  return `https://maps.google.com/?q=${latitude.toFixed(5)},${longitude.toFixed(5)}`;
}

/** What remains to be done today, then what comes later and what is overdue. */
export function todayFirst(round: readonly RoundStop[], today: Day): readonly RoundStop[] {
  return [...round.filter(({ day }) => day === today), ...round.filter(({ day }) => day !== today)];
}

function failedLine(failure: Failure): Statement {
  return { key: 'distributor.stopFailed', values: { reason: { sentence: failures[failure].reason } } };
}

/** One delivery: what is still to be picked up, then the door. */
export function deliveryLines(stop: RoundStop, shop: Shop): readonly Statement[] {
  const { failure, stops } = stop;
  return [
    ...(failure === undefined ? [] : [failedLine(failure)]),
    ...stops.flatMap((pickup) => stopLines(pickup, shop)),
    ...doorLines(stop),
  ];
}

export function roundLines(round: readonly RoundStop[], shop: Shop): readonly Statement[] {
  return round.flatMap((stop, index) => {
    const head = { position: index + 1, of: round.length, order: { code: stop.order }, day: { day: stop.day } };
    return [{ key: 'distributor.roundHead', values: head, paragraph: true } as const, ...deliveryLines(stop, shop)];
  });
}
