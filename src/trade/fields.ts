/** The shapes that what commands are given is made of. */
import { z } from 'zod';

export const id = z.string().min(1).max(64);
export const centimes = z.int().min(0).max(100_000_000);
export const typed = z.string().trim().min(1).max(4096);
export const phone = z.string().regex(/^\+[1-9]\d{6,14}$/);
export const contact = z.object({ name: typed, phone: phone.exactOptional() });
export const day = z.iso.date();
export const nothing = z.object({});
export const cause = z.enum(['outOfStock', 'notEnoughTime', 'away', 'other']);
