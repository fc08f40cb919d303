import { food, type SampleProduct } from '../sample-product.ts';

export const huiles: readonly SampleProduct[] = [
  {
    code: 'huile-olive',
    name: { fr: "Huile d'olive", ar: 'زيت الزيتون' },
    description: {
      fr: "Vierge extra, pressée à froid à Ras El Ain. Bouteille d'un litre.",
      ar: 'زيت بكر ممتازة، معصورة على البارد في رأس العين. القنينة فيها لتر.',
    },
    category: 'huiles',
    cooperative: 'zitoun-ras-el-ain',
    unit: [1, 'L'],
    price: 9000,
    daysToMake: 1,
    weight: 1450,
    size: 'medium',
    food: food(
      { fr: "huile d'olive vierge extra", ar: 'زيت زيتون بكر ممتازة' },
      [],
      { fr: "18 mois à l'abri de la lumière", ar: 'سنة ونصف بعيدا عن الضوء' },
      '07',
    ),
  },
  {
    code: 'huile-argan',
    name: { fr: "Huile d'argan", ar: 'زيت أركان' },
    description: {
      fr: "Alimentaire, d'amandons grillés, pour la salade et le couscous. Bouteille de 250 ml.",
      ar: 'زيت للأكل من لوز أركان محمص، للسلطة والكسكس. القنينة فيها ربع لتر.',
    },
    category: 'huiles',
    cooperative: 'nour-sabbar',
    unit: [250, 'ml'],
    price: 12000,
    daysToMake: 3,
    mostPerWeek: 30,
    weight: 480,
    food: food(
      { fr: "huile d'amandons d'argan grillés", ar: 'زيت لوز أركان المحمص' },
      ['nuts'],
      { fr: '12 mois au frais', ar: 'سنة في مكان بارد' },
      '08',
    ),
  },
  {
    code: 'figues-barbarie-huile',
    name: { fr: 'Huile de figue de barbarie', ar: 'زيت الصبار (الهندية)' },
    short: { fr: 'Huile figue de barbarie' },
    description: {
      fr: 'Pour le visage, quelques gouttes le soir. Il faut une tonne de fruits pour un litre. Flacon de 30 ml.',
      ar: 'زيت للوجه، قطرات في المساء. يحتاج اللتر الواحد إلى طن من الهندية. القارورة فيها 30 مل.',
    },
    category: 'huiles',
    cooperative: 'nour-sabbar',
    unit: [30, 'ml'],
    price: 20000,
    daysToMake: 2,
    mostPerWeek: 20,
    weight: 110,
  },
];
