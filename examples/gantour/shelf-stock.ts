/** What stands on the two shelves on an evening in November, in the order in which it is shown. */

export const benguerirStock: ReadonlyMap<string, number> = new Map([
  ['panier-solidaire', 12],
  ['couscous-orge', 18],
  ['quinoa', 14],
  ['lentilles', 25],
  ['miel-thym', 6],
  ['miel-toutes-fleurs', 11],
  ['cumin-beldi', 22],
  ['huile-olive', 15],
  ['amlou', 8],
  ['figues-barbarie-huile', 2],
  ['confiture-coing', 0],
  ['savon-beldi', 10],
  ['tajine', 3],
]);

export const youssoufiaStock: ReadonlyMap<string, number> = new Map([
  ['panier-solidaire', 8],
  ['couscous-ble', 20],
  ['mhamsa', 12],
  ['cheariya', 9],
  ['miel-jujubier', 7],
  ['miel-euphorbe', 4],
  ['huile-olive', 10],
  ['ras-el-hanout', 16],
  ['zaatar', 15],
  ['sellou', 5],
  ['figues-sechees', 0],
  ['eau-de-rose', 6],
  ['panier-doum', 2],
]);
