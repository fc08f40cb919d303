import type { Database } from '#database/database.ts';
import { editionInForce, loadShop } from './load-shop.ts';
import type { Shop } from './shop.ts';

export interface ShopKeeper {
  /** The edition in force as far as this process knows; throws before the first `reload()`. */
  shop(): Shop;
  /** Reads the catalogue anew; resolves when `shop()` gives an edition at least as new as the one now in force. */
  reload(): Promise<void>;
  /** Looks for a new edition every few seconds, until stopped. */
  start(): void;
  /** Resolves when nothing more is read. */
  stop(): Promise<void>;
}

export interface ShopKeeperOptions {
  /** Milliseconds between two looks. */
  readonly every?: number;
  /** Told when a look failed; the edition held before stays in force. */
  readonly onTrouble?: (error: unknown) => void;
}

/** Keeps the edition in force in memory, so that turns never wait for the database to show something. */
export function createShopKeeper(database: Database, options: ShopKeeperOptions = {}): ShopKeeper {
  const { every = 3000, onTrouble = () => {} } = options;
  let current: Shop | undefined;
  let timer: NodeJS.Timeout | undefined;
  let looking: Promise<void> = Promise.resolve();

  async function reload(): Promise<void> {
    const next = await loadShop(database);
    if (!current || next.edition >= current.edition) current = next;
  }

  async function look(): Promise<void> {
    try {
      if ((await editionInForce(database.db)) !== current?.edition) await reload();
    } catch (error) {
      onTrouble(error);
    }
  }

  function lookLater(): void {
    timer = setTimeout(() => {
      looking = look().then(() => {
        if (timer) lookLater();
      });
    }, every);
    timer.unref();
  }

  return {
    shop() {
      if (!current) throw new Error('The shop was asked for before its first edition was loaded.');
      return current;
    },
    reload,
    start() {
      if (!timer) lookLater();
    },
    async stop() {
      clearTimeout(timer);
      timer = undefined;
      await looking;
    },
  };
}
