import type { Distributor } from '#trade/catalogue/shop.ts';

export const distributors: readonly Distributor[] = [
  {
    slug: 'hassan',
    name: { fr: 'Hassan Rahmouni', ar: 'حسن الرحموني' },
    communes: ['benguerir', 'bouchane', 'nzalat-laadam', 'skhour-rehamna', 'sidi-bou-othmane', 'labrikiyne', 'jaidate'],
    days: [1, 2, 3, 4, 5, 6],
    phone: '+212600000201',
  },
  {
    slug: 'khadija',
    name: { fr: 'Khadija Bouchani', ar: 'خديجة البوشاني' },
    communes: ['benguerir', 'sidi-bou-othmane', 'bouchane', 'skoura-lhadra', 'jaidate', 'sidi-mansour'],
    days: [2, 4, 6],
    phone: '+212600000202',
  },
  {
    slug: 'brahim',
    name: { fr: 'Brahim Skhouri', ar: 'إبراهيم الصخوري' },
    communes: [
      'skhour-rehamna',
      'bouchane',
      'nzalat-laadam',
      'labrikiyne',
      'skoura-lhadra',
      'sidi-mansour',
      'benguerir',
    ],
    days: [1, 3, 5, 6],
    phone: '+212600000203',
  },
  {
    slug: 'fatima-zahra',
    name: { fr: 'Fatima Zahra Kantouri', ar: 'فاطمة الزهراء الكنتوري' },
    communes: ['youssoufia', 'chemaia', 'el-gantour', 'ras-el-ain', 'jdour'],
    days: [1, 2, 3, 4, 5],
    phone: '+212600000204',
  },
  {
    slug: 'abdelilah',
    name: { fr: 'Abdelilah Ahmari', ar: 'عبد الإله الأحمري' },
    communes: ['youssoufia', 'chemaia', 'sidi-chiker', 'ras-el-ain', 'jnane-bouih', 'sidi-ahmed', 'ighoud'],
    days: [2, 4, 6, 7],
    phone: '+212600000205',
  },
  {
    slug: 'rachid',
    name: { fr: 'Rachid Ighoudi', ar: 'رشيد الإيغودي' },
    communes: ['youssoufia', 'ighoud', 'chemaia', 'jdour', 'sidi-ahmed', 'el-gantour', 'sidi-chiker'],
    days: [1, 3, 6, 7],
    phone: '+212600000206',
  },
];
