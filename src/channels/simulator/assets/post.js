/** Brings what a person does to the server: under one id, again and again until it is taken. */
const slowest = 8000;

export function freshId() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Resolves when the message is taken; throws with the server's sentence when it never will be. */
export async function post(chat, act) {
  for (let delay = 500; ; delay = Math.min(delay * 2, slowest)) {
    const answer = await attempt(chat, act);
    if (answer?.ok) return;
    if (answer && answer.status < 500 && answer.status !== 429) {
      const { error } = await answer.json().catch(() => ({}));
      throw new Error(error ?? answer.statusText);
    }
    await new Promise((resolve) => setTimeout(resolve, delay));
  }
}

async function attempt(chat, act) {
  try {
    return await fetch(`/simulator/chats/${encodeURIComponent(chat)}/messages`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(act),
    });
  } catch {
    return undefined;
  }
}

const largestPhoto = 44_000;

/** A photo as small as the door takes it. */
export async function shrink(file) {
  const bitmap = await createImageBitmap(file);
  for (let side = 1000; ; side *= 0.75) {
    const scale = Math.min(1, side / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.max(1, Math.round(bitmap.width * scale));
    canvas.height = Math.max(1, Math.round(bitmap.height * scale));
    canvas.getContext('2d').drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    const url = canvas.toDataURL('image/jpeg', 0.72);
    if (url.length <= largestPhoto || side < 100) return url;
  }
}
