/** The shape of an order as it is asked for. */
import { z } from 'zod';
import { centimes, contact, day, id, typed } from '../fields.ts';

const drop = z.object({
  kind: z.literal('delivery'),
  commune: id,
  address: z.string().trim().max(4096),
  landmark: typed.exactOptional(),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .exactOptional(),
  voiceNote: id.exactOptional(),
  day,
  mayCall: z.boolean(),
});
const collection = z.object({ kind: z.literal('shelf'), shelf: id });
const line = z.object({
  product: id,
  quantity: z.int().min(1).max(99),
  price: centimes,
  fromShelf: z.literal(true).exactOptional(),
});

export const placeOrderInput = z
  .object({
    basketId: id,
    lines: z.array(line).max(200),
    payer: contact,
    receiver: contact,
    payment: z.enum(['cashAtDoor', 'cashAtShelf', 'paidBefore']),
    way: z.discriminatedUnion('kind', [drop, collection]),
    fee: centimes,
    language: z.enum(['ar', 'fr']),
  })
  .refine(({ payment, way }) => payment !== (way.kind === 'shelf' ? 'cashAtDoor' : 'cashAtShelf'), {
    error: 'the cash is paid where the goods are received',
    path: ['payment'],
  })
  .refine(({ way, receiver }) => way.kind === 'shelf' || canBeFound(way, receiver.phone), {
    error: 'the place is told in words, by voice, by a pin, or by phone to a distributor who may call',
    path: ['way', 'address'],
  })
  .refine(({ way, lines }) => way.kind === 'shelf' || lines.every(({ fromShelf }) => fromShelf === undefined), {
    error: 'what stands on a shelf is collected there',
    path: ['lines'],
  });

function canBeFound(
  { address, location, voiceNote, mayCall }: z.infer<typeof drop>,
  phone: string | undefined,
): boolean {
  if (address !== '' || location !== undefined || voiceNote !== undefined) return true;
  return mayCall && phone !== undefined;
}
