import type { SampleProduct } from '../sample-product.ts';

export const soins: readonly SampleProduct[] = [
  {
    code: 'savon-beldi',
    name: { fr: 'Savon noir beldi', ar: 'الصابون البلدي' },
    description: {
      fr: "À l'huile d'olive, parfumé à l'eucalyptus, pour le hammam. Pot de 250 g.",
      ar: 'صابون بزيت الزيتون ورائحة الكاليبتوس، للحمام. العلبة فيها ربع كيلو.',
    },
    category: 'soins',
    cooperative: 'ward-skoura',
    unit: [250, 'g'],
    price: 2000,
    daysToMake: 2,
    weight: 290,
  },
  {
    code: 'eau-de-rose',
    name: { fr: 'Eau de rose', ar: 'ماء الورد' },
    description: {
      fr: "Distillée dans l'alambic de cuivre, pour le visage et les gâteaux. Bouteille de 250 ml.",
      ar: 'ماء ورد مقطر في القطارة النحاسية، للوجه وللحلوى. القنينة فيها ربع لتر.',
    },
    category: 'soins',
    cooperative: 'ward-skoura',
    unit: [250, 'ml'],
    price: 3000,
    daysToMake: 1,
    weight: 420,
  },
  {
    code: 'ghassoul',
    name: { fr: 'Ghassoul', ar: 'الغاسول' },
    description: {
      fr: 'Argile lavée et séchée, pour les cheveux et la peau. Sachet de 500 g.',
      ar: 'غاسول مغسول ومجفف، للشعر والبشرة. الكيس فيه نصف كيلو.',
    },
    category: 'soins',
    cooperative: 'ward-skoura',
    unit: [500, 'g'],
    price: 2000,
    daysToMake: 1,
    weight: 520,
  },
  {
    code: 'henne',
    name: { fr: 'Henné en poudre', ar: 'الحناء المطحونة' },
    description: {
      fr: 'Feuilles pures, tamisées trois fois. Sachet de 250 g.',
      ar: 'أوراق خالصة، منخولة ثلاث مرات. الكيس فيه ربع كيلو.',
    },
    category: 'soins',
    cooperative: 'ward-skoura',
    unit: [250, 'g'],
    price: 2500,
    daysToMake: 1,
    weight: 260,
  },
];
