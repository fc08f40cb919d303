import { food, type SampleProduct } from '../sample-product.ts';

const keeping = {
  fr: '2 ans à température ambiante ; un miel qui cristallise reste bon',
  ar: 'سنتان في حرارة البيت، والعسل الذي يتجمد يبقى صالحا',
};

export const miels: readonly SampleProduct[] = [
  {
    code: 'miel-thym',
    name: { fr: 'Miel de thym', ar: 'عسل الزعتر' },
    description: {
      fr: 'Ambré et parfumé, récolté sur les collines des Jbilate. Pot de 500 g.',
      ar: 'عسل عنبري فواح من تلال الجبيلات. البوكال فيه نصف كيلو.',
    },
    category: 'miels',
    cooperative: 'chahd-jbilate',
    unit: [500, 'g'],
    price: 12000,
    daysToMake: 1,
    weight: 750,
    food: food({ fr: 'miel de thym', ar: 'عسل الزعتر' }, [], keeping, '01'),
  },
  {
    code: 'miel-euphorbe',
    name: { fr: "Miel d'euphorbe (daghmous)", ar: 'عسل الدغموس' },
    short: { fr: "Miel d'euphorbe" },
    description: {
      fr: "Un miel fort, qui pique un peu la gorge et que beaucoup gardent pour l'hiver. Pot de 500 g.",
      ar: 'عسل قوي فيه حرارة خفيفة، يحتفظ به كثيرون للشتاء. البوكال فيه نصف كيلو.',
    },
    category: 'miels',
    cooperative: 'nahl-sidi-chiker',
    unit: [500, 'g'],
    price: 15000,
    daysToMake: 1,
    weight: 750,
    food: food({ fr: "miel d'euphorbe", ar: 'عسل الدغموس' }, [], keeping, '02'),
  },
  {
    code: 'miel-toutes-fleurs',
    name: { fr: 'Miel toutes fleurs', ar: 'عسل الأزهار' },
    description: {
      fr: 'Doux et doré, pour le petit déjeuner de toute la famille. Pot de 500 g.',
      ar: 'عسل ذهبي حلو لفطور العائلة كلها. البوكال فيه نصف كيلو.',
    },
    category: 'miels',
    cooperative: 'chahd-jbilate',
    unit: [500, 'g'],
    price: 8000,
    daysToMake: 1,
    weight: 750,
    food: food({ fr: 'miel de fleurs sauvages', ar: 'عسل الأزهار البرية' }, [], keeping, '01'),
  },
  {
    code: 'miel-jujubier',
    name: { fr: 'Miel de jujubier (sedra)', ar: 'عسل السدر' },
    description: {
      fr: 'Épais et rond en bouche, des jujubiers sauvages de Sidi Chiker. Pot de 500 g.',
      ar: 'عسل ثقيل طيب المذاق، من أشجار السدر البرية بسيدي شيكر. البوكال فيه نصف كيلو.',
    },
    category: 'miels',
    cooperative: 'nahl-sidi-chiker',
    unit: [500, 'g'],
    price: 13000,
    daysToMake: 1,
    weight: 750,
    food: food({ fr: 'miel de jujubier', ar: 'عسل السدر' }, [], keeping, '02'),
  },
];
