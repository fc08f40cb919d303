/** Every sentence, by file and key. A key with plural forms is named without its ending: `common.waiting`. */
import arCommon from './ar/common.json' with { type: 'json' };
import arCooperative from './ar/cooperative.json' with { type: 'json' };
import arCustomer from './ar/customer.json' with { type: 'json' };
import arDistributor from './ar/distributor.json' with { type: 'json' };
import arOrders from './ar/orders.json' with { type: 'json' };
import arShelf from './ar/shelf.json' with { type: 'json' };
import arSimulator from './ar/simulator.json' with { type: 'json' };
import arStaff from './ar/staff.json' with { type: 'json' };
import arVolunteer from './ar/volunteer.json' with { type: 'json' };
import frCommon from './fr/common.json' with { type: 'json' };
import frCooperative from './fr/cooperative.json' with { type: 'json' };
import frCustomer from './fr/customer.json' with { type: 'json' };
import frDistributor from './fr/distributor.json' with { type: 'json' };
import frOrders from './fr/orders.json' with { type: 'json' };
import frShelf from './fr/shelf.json' with { type: 'json' };
import frSimulator from './fr/simulator.json' with { type: 'json' };
import frStaff from './fr/staff.json' with { type: 'json' };
import frVolunteer from './fr/volunteer.json' with { type: 'json' };

export const sentences = {
  ar: {
    common: arCommon,
    customer: arCustomer,
    orders: arOrders,
    cooperative: arCooperative,
    distributor: arDistributor,
    shelf: arShelf,
    volunteer: arVolunteer,
    simulator: arSimulator,
    staff: arStaff,
  },
  fr: {
    common: frCommon,
    customer: frCustomer,
    orders: frOrders,
    cooperative: frCooperative,
    distributor: frDistributor,
    shelf: frShelf,
    volunteer: frVolunteer,
    simulator: frSimulator,
    staff: frStaff,
  },
};

type Plural = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
type WithoutPlural<K extends string> = K extends `${infer Base}_${Plural}` ? Base : K;
type French = (typeof sentences)['fr'];

/** The name of a sentence, checked against the French files; that Arabic has the same is held by a test. */
export type SentenceKey = {
  [F in keyof French]: `${F & string}.${WithoutPlural<keyof French[F] & string>}`;
}[keyof French];
