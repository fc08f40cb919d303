/** Records a voice note of a minute at most; where there is no microphone, a sample can be sent instead. */
import { element } from './draw.js';
import { clock } from './player.js';

const longest = 60;
const bars = 24;
const kinds = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'];

/** Opens the microphone; `undefined` where there is none, or where it is not given. */
async function openMicrophone() {
  if (!navigator.mediaDevices?.getUserMedia || typeof MediaRecorder === 'undefined') return undefined;
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: true });
  } catch {
    return undefined;
  }
}

function addressOf(blob) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

export function setUpRecorder(phone, { onSend, form }) {
  const bar = phone.querySelector('.recorder');
  const part = (selector) => bar.querySelector(selector);
  const [level, time, silent, send] = [part('.level'), part('.time'), part('.silent'), part('.go')];
  level.append(...Array.from({ length: bars }, () => element('span')));
  let recording;

  function show(isOn) {
    bar.hidden = !isOn;
    form.hidden = isOn;
    if (isOn) send.focus();
    else phone.querySelector('.speak').focus();
  }

  function end() {
    const ended = recording;
    recording = undefined;
    cancelAnimationFrame(ended?.frame);
    for (const track of ended?.stream?.getTracks() ?? []) track.stop();
    ended?.context?.close();
    show(false);
    return ended;
  }

  function draw() {
    if (!recording) return;
    const seconds = Math.min(longest, (performance.now() - recording.startedAt) / 1000);
    if (recording.recorder.state === 'recording') {
      recording.seconds = seconds;
      time.textContent = clock(seconds);
      recording.analyser.getByteTimeDomainData(recording.samples);
      const loudest = recording.samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0);
      const index = Math.floor(seconds * 8) % bars;
      level.children[index].style.height = `${Math.max(8, Math.min(100, loudest * 1.6))}%`;
      if (seconds >= longest) recording.recorder.stop();
    }
    recording.frame = requestAnimationFrame(draw);
  }

  async function start() {
    const stream = await openMicrophone();
    show(true);
    silent.hidden = stream !== undefined;
    level.hidden = time.hidden = stream === undefined;
    if (!stream) {
      recording = {};
      return;
    }
    const mimeType = kinds.find((kind) => MediaRecorder.isTypeSupported(kind));
    const recorder = new MediaRecorder(stream, { ...(mimeType && { mimeType }), audioBitsPerSecond: 24_000 });
    const context = new AudioContext();
    const analyser = context.createAnalyser();
    context.createMediaStreamSource(stream).connect(analyser);
    const [chunks, samples] = [[], new Uint8Array(analyser.fftSize)];
    recorder.addEventListener('dataavailable', ({ data }) => data.size > 0 && chunks.push(data));
    const stopped = new Promise((resolve) => recorder.addEventListener('stop', resolve, { once: true }));
    recorder.start(1000);
    for (const one of level.children) one.style.height = '8%';
    recording = { stream, recorder, context, analyser, samples, chunks, stopped, startedAt: performance.now() };
    draw();
  }

  async function deliver() {
    const { recorder, chunks, stopped, seconds = 1 } = recording ?? {};
    if (recorder?.state === 'recording') recorder.stop();
    await stopped;
    end();
    if (!recorder) return onSend(sampleVoice());
    const voice = await addressOf(new Blob(chunks, { type: recorder.mimeType }));
    onSend({ voice, seconds: Math.max(1, Math.round(seconds)) });
  }

  send.addEventListener('click', deliver);
  part('.cancel').addEventListener('click', end);
  bar.addEventListener('keydown', (event) => event.key === 'Escape' && end());
  return { start, isOn: () => recording !== undefined };
}

const rate = 8000;
/** Five notes, in Hz, each for this long, in seconds. */
const [notes, beat] = [[392, 440, 523, 440, 587], 0.5];

/** A few notes that rise and fade, made here: something to hear where nobody can speak. */
export function sampleVoice() {
  const count = Math.round(notes.length * beat * rate);
  const bytes = new Uint8Array(44 + count);
  const view = new DataView(bytes.buffer);
  const write = (at, text) => {
    for (const [index, letter] of [...text].entries()) view.setUint8(at + index, letter.charCodeAt(0));
  };
  write(0, 'RIFF');
  view.setUint32(4, 36 + count, true);
  write(8, 'WAVEfmt ');
  for (const [at, value] of [
    [16, 16],
    [24, rate],
    [28, rate],
    [40, count],
  ])
    view.setUint32(at, value, true);
  for (const [at, value] of [
    [20, 1],
    [22, 1],
    [32, 1],
    [34, 8],
  ])
    view.setUint16(at, value, true);
  write(36, 'data');
  for (let index = 0; index < count; index++) {
    const seconds = index / rate;
    const within = seconds % beat;
    const tone = Math.sin(2 * Math.PI * notes[Math.floor(seconds / beat)] * within);
    bytes[44 + index] = 128 + Math.round(70 * tone * Math.min(1, within * 40) * Math.exp(-4 * within));
  }
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return { voice: `data:audio/wav;base64,${btoa(text)}`, seconds: Math.round(notes.length * beat) };
}
