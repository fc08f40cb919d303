import type { ReadTable } from '../command.ts';
import { orderStory } from './order-story.ts';
import { stuckList } from './stuck.ts';

/** What volunteers see of all the other rooms. */
export const volunteerReads: ReadTable<'stuck.list' | 'order.story'> = {
  'stuck.list': stuckList,
  'order.story': orderStory,
};
