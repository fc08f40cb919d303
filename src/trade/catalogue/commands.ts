/** What a cooperative can ask and say of its own part of the catalogue. */
import type { InstantAnswers } from '#trade/answers/answer.ts';
import type { ReadTable } from '#trade/command.ts';
import { ownProducts } from './own-products.ts';
import type { CatalogueCommands, CatalogueReads } from './requests.ts';
import { setStock } from './set-stock.ts';
import { stayAway } from './stay-away.ts';
import { switchProduct } from './switch-product.ts';

export const catalogueAnswers: InstantAnswers<keyof CatalogueCommands> = {
  'product.switch': switchProduct,
  'product.stock': setStock,
  'cooperative.away': stayAway,
};

export const catalogueReads: ReadTable<keyof CatalogueReads> = { 'products.mine': ownProducts };
