/** One live stream for everybody one can play; it takes up again by itself where it was cut. */
const slowest = 8000;

export function createStream({ onMessage, onState }) {
  const cursors = new Map();
  let source;
  let delay = 500;
  let timer;

  function connect() {
    clearTimeout(timer);
    source?.close();
    source = undefined;
    if (cursors.size === 0) return;
    const query = new URLSearchParams();
    for (const [chat, after] of cursors) {
      query.append('chat', chat);
      query.append('after', after);
    }
    source = new EventSource(`/simulator/stream?${query}`);
    source.addEventListener('open', () => {
      delay = 500;
      onState(true);
    });
    source.addEventListener('message', ({ data }) => {
      const message = JSON.parse(data);
      if (!cursors.has(message.chat) || message.seq <= cursors.get(message.chat)) return;
      cursors.set(message.chat, message.seq);
      onMessage(message);
    });
    // Taken up with our own cursors: the browser would start again from the old ones.
    source.addEventListener('error', () => {
      source.close();
      onState(false);
      timer = setTimeout(connect, delay);
      delay = Math.min(delay * 2, slowest);
    });
  }

  let asked = false;
  /** Several chats followed at once make one connection. */
  function connectSoon() {
    if (asked) return;
    asked = true;
    queueMicrotask(() => {
      asked = false;
      connect();
    });
  }

  window.addEventListener('online', connectSoon);
  // A page that is left must not keep its connection: a browser opens only a few to one server.
  window.addEventListener('pagehide', () => source?.close());
  window.addEventListener('pageshow', ({ persisted }) => persisted && connectSoon());

  return {
    /** What came after this message; from 0, the newest of the conversation as well. */
    follow(chat, after) {
      cursors.set(chat, after);
      connectSoon();
    },
    close() {
      cursors.clear();
      source?.close();
    },
  };
}
