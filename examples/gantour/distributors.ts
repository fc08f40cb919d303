import type { Distributor } from '#trade/catalogue/shop.ts';

export const distributors: readonly Distributor[] = [
  {
    slug: 'hassan',
    name: 'Hassan Rahmouni',
    communes: ['benguerir', 'bouchane', 'nzalat-laadam', 'skhour-rehamna', 'sidi-bou-othmane', 'labrikiyne', 'jaidate'],
    days: [1, 2, 3, 4, 5, 6],
  },
  {
    slug: 'khadija',
    name: 'Khadija Bouchani',
    communes: ['benguerir', 'sidi-bou-othmane', 'bouchane', 'skoura-lhadra', 'jaidate', 'sidi-mansour'],
    days: [2, 4, 6],
  },
  {
    slug: 'brahim',
    name: 'Brahim Skhouri',
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
  },
  {
    slug: 'fatima-zahra',
    name: 'Fatima Zahra Kantouri',
    communes: ['youssoufia', 'chemaia', 'el-gantour', 'ras-el-ain', 'jdour'],
    days: [1, 2, 3, 4, 5],
  },
  {
    slug: 'abdelilah',
    name: 'Abdelilah Ahmari',
    communes: ['youssoufia', 'chemaia', 'sidi-chiker', 'ras-el-ain', 'jnane-bouih', 'sidi-ahmed', 'ighoud'],
    days: [2, 4, 6, 7],
  },
  {
    slug: 'rachid',
    name: 'Rachid Ighoudi',
    communes: ['youssoufia', 'ighoud', 'chemaia', 'jdour', 'sidi-ahmed', 'el-gantour', 'sidi-chiker'],
    days: [1, 3, 6, 7],
  },
];
