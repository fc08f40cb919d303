/** How the system's Chromium is started: without a network of its own, and without a sandbox where root runs the tests. */
import { existsSync } from 'node:fs';
import type { LaunchOptions } from 'playwright-core';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

export function chromiumOptions(): LaunchOptions {
  const executablePath = process.env.CHROMIUM_PATH || places.find((place) => existsSync(place));
  if (!executablePath) throw new Error('No Chromium: install the package chromium, or set CHROMIUM_PATH.');
  return {
    executablePath,
    args: [
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  };
}
