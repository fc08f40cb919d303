import { helpPrompts } from '../staff/help.ts';
import { recordingPrompt } from '../staff/lines.ts';
import { absence, counting, home, oneProduct, productList } from './home-prompts.ts';
import { asking, list, one, reasons, words } from './part-prompts.ts';

export const prompts = {
  home,
  'question.asking': asking,
  'question.reasons': reasons,
  'question.words': words,
  'orders.list': list,
  'orders.one': one,
  'products.list': productList,
  'products.one': oneProduct,
  'products.counting': counting,
  'absence.asking': absence,
  recording: recordingPrompt,
  ...helpPrompts,
};
