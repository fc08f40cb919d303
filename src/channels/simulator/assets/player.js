/** Plays a voice note: one at a time on the page. */
import { element, icon, iconButton } from './draw.js';
import { say } from './words.js';

const bars = 26;
let playing;

export const clock = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, '0')}`;

/** A voice has a shape of its own, the same each time it is drawn. */
function shapeOf(source) {
  let state = 7;
  for (const letter of source.slice(-80)) state = (state * 31 + letter.charCodeAt(0)) % 9973;
  return Array.from({ length: bars }, (_, index) => {
    state = (state * 75 + 74) % 65_537;
    return 0.25 + 0.75 * (state / 65_537) * Math.sin((Math.PI * (index + 1)) / (bars + 1));
  });
}

export function createPlayer(source, seconds) {
  const audio = new Audio();
  audio.preload = 'none';
  audio.src = source;
  const player = element('div', 'player');
  const button = iconButton('toggle', 'play', say('voice.play'));
  const track = element('span', 'track');
  const wave = element('span', 'wave');
  wave.append(
    ...shapeOf(source).map((level) => {
      const bar = element('span');
      bar.style.height = `${Math.round(level * 100)}%`;
      return bar;
    }),
  );
  const slider = element('input');
  slider.type = 'range';
  Object.assign(slider, { min: '0', max: '100', step: '1', value: '0' });
  slider.setAttribute('aria-label', say('voice.position'));
  track.append(wave, slider);
  const time = element('span', 'time', seconds ? clock(seconds) : '');
  player.append(button, track, time);

  // A recording that was made in pieces does not know how long it is.
  const length = () => seconds ?? (Number.isFinite(audio.duration) ? audio.duration : 0);

  function draw() {
    const share = length() ? Math.min(1, audio.currentTime / length()) : 0;
    slider.value = String(Math.round(share * 100));
    slider.setAttribute('aria-valuetext', clock(audio.currentTime));
    for (const [index, bar] of [...wave.children].entries())
      bar.classList.toggle('played', (index + 0.5) / bars < share);
    time.textContent = clock(audio.paused && audio.currentTime === 0 ? length() : audio.currentTime);
  }
  function drawButton() {
    const isPlaying = !audio.paused;
    player.classList.toggle('playing', isPlaying);
    button.replaceChildren(icon(isPlaying ? 'pause' : 'play'));
    button.title = say(isPlaying ? 'voice.pause' : 'voice.play');
    button.setAttribute('aria-label', button.title);
  }

  button.addEventListener('click', () => {
    if (!audio.paused) return audio.pause();
    if (playing && playing !== audio) playing.pause();
    playing = audio;
    audio.play().catch(() => player.classList.add('broken'));
  });
  slider.addEventListener('input', () => {
    audio.currentTime = (Number(slider.value) / 100) * length();
    draw();
  });
  for (const event of ['play', 'pause']) audio.addEventListener(event, drawButton);
  audio.addEventListener('timeupdate', draw);
  audio.addEventListener('loadedmetadata', draw);
  audio.addEventListener('ended', () => {
    audio.currentTime = 0;
    draw();
  });
  return player;
}
