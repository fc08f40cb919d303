/** A place on a little map of our own: drawn from its numbers, without asking anybody for tiles. */
import { element, icon, shape } from './draw.js';
import { places, say } from './words.js';

const [width, height] = [240, 132];

/** Numbers that look thrown but stay the same for the same place. */
function seeded(seed) {
  let state = Math.abs(Math.round(seed * 10_000)) % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function road(random, { isMain }) {
  const level = () => Math.round(random() * height);
  const across = random() > 0.4;
  const [a, b, c] = [level(), level(), level()];
  const path = across
    ? `M-10 ${a}C60 ${b} 150 ${c} 250 ${level()}`
    : `M${a * 1.8} -10C${b * 1.8} 50 ${c * 1.8} 90 ${level() * 1.8} 142`;
  return shape('path', { d: path, class: isMain ? 'road main' : 'road' });
}

/** The sample place that is meant, when it is as near as a walk. */
function nameOf({ latitude, longitude }) {
  const near = places.find((place) => Math.hypot(place.latitude - latitude, place.longitude - longitude) < 0.01);
  return near ? say(`place.${near.name}`) : undefined;
}

export function drawMap(location) {
  const { latitude, longitude } = location;
  const random = seeded(latitude * 7 + longitude * 13);
  const field = () =>
    shape('ellipse', {
      class: 'field',
      ...{ cx: random() * width, cy: random() * height, rx: 26 + random() * 34, ry: 16 + random() * 22 },
    });
  const house = () =>
    shape('rect', {
      class: 'house',
      ...{ x: random() * width, y: random() * height, width: 7 + random() * 9, height: 6 + random() * 7, rx: 1.5 },
    });
  const drawing = shape(
    'svg',
    { viewBox: `0 0 ${width} ${height}`, class: 'map', 'aria-hidden': 'true', preserveAspectRatio: 'xMidYMid slice' },
    ...[field(), field(), field(), field()],
    ...[1, 2, 3, 4].map(() => road(random, { isMain: false })),
    road(random, { isMain: true }),
    ...Array.from({ length: 14 }, house),
    shape('ellipse', { class: 'shadow', cx: width / 2, cy: 84, rx: 9, ry: 3 }),
    shape('path', { class: 'needle', d: `M${width / 2} 84c-12-15-18-23-18-33a18 18 0 0 1 36 0c0 10-6 18-18 33z` }),
    shape('circle', { class: 'eye', cx: width / 2, cy: 51, r: 6.5 }),
  );
  const card = element('div', 'card');
  const words = element('p', 'shared');
  const numbers = element('bdi', '', `${latitude.toFixed(4)}, ${longitude.toFixed(4)}`);
  words.append(icon('pin'), element('span', '', nameOf(location) ?? say('place')), numbers);
  card.append(drawing, words);
  return card;
}

/** The places to which a message points. */
export function placesIn(text = '') {
  const found = /maps[^\s]*[?&]q=(-?\d+(?:\.\d+)?),(-?\d+(?:\.\d+)?)/g;
  return [...text.matchAll(found)].map(([, latitude, longitude]) => ({
    latitude: Number(latitude),
    longitude: Number(longitude),
  }));
}
