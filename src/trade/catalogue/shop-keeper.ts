import type { Database } from '#database/database.ts';
import { editionInForce, loadShop } from './load-shop.ts';
import type { Shop } from './shop.ts';

export interface ShopKeeper {
  /** The edition in force as far as this process knows; throws before the first is loaded. */
  shop(): Shop;
  /** Reads the catalogue anew; afterwards `shop()` is at least as new as the edition in force at the call. */
  reload(): Promise<void>;
  /** Loads the first edition and follows every change from then on, whichever process made it. */
  start(): Promise<void>;
  /** Resolves when nothing more is read. */
  stop(): Promise<void>;
}

export interface ShopKeeperOptions {
  /** Milliseconds between two looks, for changes whose notification got lost. */
  readonly every?: number;
  /** Told when a look failed; the edition held before stays in force. */
  readonly onTrouble?: (error: unknown) => void;
}

/** Keeps the edition in force in memory, so that turns never wait for the database to show something. */
export function createShopKeeper(database: Database, options: ShopKeeperOptions = {}): ShopKeeper {
  const { every = 15_000, onTrouble = () => {} } = options;
  let current: Shop | undefined;
  let timer: NodeJS.Timeout | undefined;
  let unlisten: (() => Promise<void>) | undefined;
  let looks: Promise<void> = Promise.resolve();

  async function reload(): Promise<void> {
    const next = await loadShop(database);
    if (!current || next.edition >= current.edition) current = next;
  }

  /** One look after the other: a hundred notifications read a changed catalogue once. */
  function look(): void {
    looks = looks
      .then(async () => {
        if ((await editionInForce(database.db)) !== current?.edition) await reload();
      })
      .catch(onTrouble);
  }

  return {
    shop() {
      if (!current) throw new Error('The shop was asked for before its first edition was loaded.');
      return current;
    },
    reload,
    async start() {
      if (timer) return;
      timer = setInterval(look, every);
      timer.unref();
      unlisten = await database.listen('catalogue', look, look);
      await reload();
    },
    async stop() {
      clearInterval(timer);
      timer = undefined;
      await unlisten?.();
      unlisten = undefined;
      await looks;
    },
  };
}
