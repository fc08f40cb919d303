/** Every conversation, by the role it is held with. */
import { cooperativeFlow } from './cooperative/flow.ts';
import { customerFlow } from './customer/flow.ts';
import { distributorFlow } from './distributor/flow.ts';
import type { Flow } from './kit.ts';
import { shelfFlow } from './shelf/flow.ts';
import { volunteerFlow } from './volunteer/flow.ts';

export const flows: Readonly<Record<Flow['name'], Flow>> = {
  customer: customerFlow,
  cooperative: cooperativeFlow,
  distributor: distributorFlow,
  shelf: shelfFlow,
  volunteer: volunteerFlow,
};
