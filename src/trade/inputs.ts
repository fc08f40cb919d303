/** The shape of what each command is given. */
import { z } from 'zod';

const id = z.string().min(1).max(64);
const centimes = z.int().min(0).max(100_000_000);
const typed = z.string().trim().min(1).max(4096);
const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
const contact = z.object({ name: typed, phone: phone.exactOptional() });

const drop = z.object({
  kind: z.literal('delivery'),
  commune: id,
  address: z.string().trim().max(4096),
  landmark: typed.exactOptional(),
  location: z
    .object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .exactOptional(),
  day: z.iso.date(),
  mayCall: z.boolean(),
});
const collection = z.object({ kind: z.literal('shelf'), shelf: id });

const placeOrder = z
  .object({
    basketId: id,
    lines: z.array(z.object({ product: id, quantity: z.int().min(1).max(99), price: centimes })).max(200),
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
    error: 'the place is told in words, by a pin, or by phone to a distributor who may call',
    path: ['way', 'address'],
  });

function canBeFound({ address, location, mayCall }: z.infer<typeof drop>, phone: string | undefined): boolean {
  return address !== '' || location !== undefined || (mayCall && phone !== undefined);
}

const part = z.object({ part: id });
const offer = z.object({ offer: id });

export const inputs = {
  'order.place': placeOrder,
  'order.undo': z.object({ order: id }),
  'part.accept': part,
  'part.refuse': z.object({
    part: id,
    cause: z.enum(['outOfStock', 'notEnoughTime', 'away', 'other']),
    words: typed.exactOptional(),
  }),
  'part.ready': part,
  'offer.take': offer,
  'offer.refuse': offer,
  'arrival.note': part,
  'handover.confirm': z.object({ code: z.string().regex(/^\d{4}$/) }),
  'help.ask': z.object({ words: typed.exactOptional(), name: typed.exactOptional(), phone: phone.exactOptional() }),
};
