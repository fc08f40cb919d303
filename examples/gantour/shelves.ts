import type { Shelf } from '#trade/catalogue/shop.ts';
import { benguerirStock, youssoufiaStock } from './shelf-stock.ts';

export const shelves: readonly Shelf[] = [
  {
    slug: 'benguerir',
    name: { fr: 'Rayon solidaire de Benguerir', ar: 'الرف التضامني بابن جرير' },
    short: { fr: 'Rayon de Benguerir' },
    commune: 'benguerir',
    place: {
      fr: "Économat de Benguerir, à droite de l'entrée",
      ar: 'متجر الإيكونوما بابن جرير، على يمين المدخل',
    },
    hours: {
      fr: 'du lundi au samedi, de 9 h à 12 h 30 et de 15 h à 19 h',
      ar: 'من الاثنين إلى السبت، من 9:00 إلى 12:30 ومن 15:00 إلى 19:00',
    },
    access: { fr: 'ouvert à tous, sans carte', ar: 'مفتوح للجميع، بلا بطاقة' },
    cashier: 'keeper',
    phone: '+212600000301',
    stock: benguerirStock,
  },
  {
    slug: 'youssoufia',
    name: { fr: 'Rayon solidaire de Youssoufia', ar: 'الرف التضامني باليوسفية' },
    short: { fr: 'Rayon de Youssoufia' },
    commune: 'youssoufia',
    place: {
      fr: 'Économat de Youssoufia, au fond, près des caisses',
      ar: 'متجر الإيكونوما باليوسفية، في آخر المحل قرب الصندوق',
    },
    hours: {
      fr: 'du mardi au dimanche, de 9 h 30 à 13 h et de 15 h 30 à 19 h 30',
      ar: 'من الثلاثاء إلى الأحد، من 9:30 إلى 13:00 ومن 15:30 إلى 19:30',
    },
    access: {
      fr: "ouvert à tous ; dites « Bladi » à l'accueil",
      ar: 'مفتوح للجميع، قولوا «بلادي» عند الاستقبال',
    },
    cashier: 'till',
    phone: '+212600000302',
    stock: youssoufiaStock,
  },
];
