import type { SentenceKey } from '#locales/sentences.ts';
import type { Allergen } from '#trade/catalogue/allergens.ts';
import type { Value } from '../kit.ts';

const names: Readonly<Record<Allergen, SentenceKey>> = {
  gluten: 'common.allergenGluten',
  crustaceans: 'common.allergenCrustaceans',
  eggs: 'common.allergenEggs',
  fish: 'common.allergenFish',
  peanuts: 'common.allergenPeanuts',
  soy: 'common.allergenSoy',
  milk: 'common.allergenMilk',
  nuts: 'common.allergenNuts',
  celery: 'common.allergenCelery',
  mustard: 'common.allergenMustard',
  sesame: 'common.allergenSesame',
  sulphites: 'common.allergenSulphites',
  lupin: 'common.allergenLupin',
  molluscs: 'common.allergenMolluscs',
};

/** What is declared; nothing declared and nothing said are two different things. */
export function allergenValue(allergens: readonly string[] | undefined): Value {
  if (allergens === undefined) return { sentence: 'customer.notGiven' };
  if (allergens.length === 0) return { sentence: 'customer.noneDeclared' };
  return {
    list: allergens.map((name): Value => {
      const sentence: SentenceKey | undefined = names[name as Allergen];
      return sentence ? { sentence } : { typed: name };
    }),
  };
}
