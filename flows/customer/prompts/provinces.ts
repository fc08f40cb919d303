import type { SentenceKey } from '#locales/sentences.ts';
import type { Commune } from '#trade/catalogue/shop.ts';
import type { Value } from '../../kit.ts';

const names: Readonly<Record<Commune['province'], SentenceKey>> = {
  rehamna: 'customer.provinceRehamna',
  youssoufia: 'customer.provinceYoussoufia',
};

/** A province by its slug, as it may have come from an old menu. */
export function provinceOf(slug: string): Value {
  const sentence: SentenceKey | undefined = names[slug as Commune['province']];
  return sentence ? { sentence } : { typed: slug };
}
