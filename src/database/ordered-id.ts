import { randomBytes } from 'node:crypto';

let lastTime = 0;
let count = 0;

/** A UUID (version 7) greater than all that this process has made before. */
export function orderedId(now = Date.now()): string {
  const time = Math.max(now, lastTime);
  count = time === lastTime ? count + 1 : 0;
  // The counter has twelve bits; when they are used up the next millisecond is begun early.
  lastTime = count > 0xfff ? time + 1 : time;
  if (count > 0xfff) count = 0;
  const random = randomBytes(8);
  random.writeUInt8((random.readUInt8(0) & 0x3f) | 0x80, 0);
  const head = lastTime.toString(16).padStart(12, '0');
  const tail = random.toString('hex');
  const middle = `7${count.toString(16).padStart(3, '0')}`;
  return `${head.slice(0, 8)}-${head.slice(8)}-${middle}-${tail.slice(0, 4)}-${tail.slice(4)}`;
}
