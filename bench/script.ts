/** One customer's conversation, from hello to the yes: two products of two cooperatives, collected at a shelf. */
export const script = [
  'hello',
  '2', // French
  '1', // the products
  '8', // by place or cooperative
  '5', // all cooperatives
  '1', // the first one
  '1', // its first product
  '2', // two of it
  '3', // another product
  'quinoa',
  '1',
  '2', // from a shelf
  'Amina Rahali',
  '1', // the first shelf
  '1', // yes
] as const;

/** The turns before the yes: conversation alone, no order. */
export const turnsBeforeYes = script.length - 1;

/** What each turn's answer must hold, so that a conversation gone astray ends the run. */
export const expected = [
  'Français',
  'Bienvenue',
  'Par lieu ou coopérative',
  'Toutes les coopératives',
  'coopérative',
  '',
  'Combien',
  'Votre sélection',
  'Que cherchez-vous',
  'Quinoa',
  'Votre sélection',
  'nom',
  'rayon',
  'Confirmez-vous',
  'Votre commande',
] as const;
