/** Places to send from a phone that is nowhere; their names stand under `place.…` in `locales/`. */
export const samplePlaces = [
  { name: 'benguerir', latitude: 32.2363, longitude: -7.9536 },
  { name: 'bouchane', latitude: 32.2664, longitude: -8.3133 },
  { name: 'skhour', latitude: 32.4817, longitude: -7.9114 },
  { name: 'youssoufia', latitude: 32.2463, longitude: -8.5293 },
  { name: 'chemaia', latitude: 32.0792, longitude: -8.6261 },
] as const;
