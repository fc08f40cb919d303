/**
 * Run by `npm test` before the tests: finds the servers and the browser they need, or installs them from the system's
 * packages where it may, or says exactly what is missing.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findProgram } from './programs.ts';

interface Need {
  readonly programs: readonly string[];
  readonly packages: readonly string[];
}

const needs: readonly Need[] = [
  { programs: ['redis-server'], packages: ['redis-server'] },
  { programs: ['postgres'], packages: ['postgresql'] },
  { programs: ['initdb'], packages: ['postgresql'] },
  { programs: ['chromium', 'chromium-browser', 'google-chrome'], packages: ['chromium', 'fonts-noto-color-emoji'] },
];

const missing = () =>
  needs.filter(({ programs }) => {
    const named = programs.includes('chromium') ? process.env.CHROMIUM_PATH : undefined;
    return !(named !== undefined && existsSync(named)) && findProgram(...programs) === undefined;
  });

const lacking = missing();
if (lacking.length > 0) {
  const packages = [...new Set(lacking.flatMap((need) => need.packages))];
  const mayInstall = process.getuid?.() === 0 && findProgram('apt-get') !== undefined;
  if (mayInstall) install(packages);
  const stillLacking = missing();
  if (stillLacking.length > 0) {
    const names = [...new Set(stillLacking.map((need) => need.programs[0]))].join(', ');
    console.error(
      `The tests need ${names}: install ${packages.join(', ')} (on Debian: sudo apt-get install ${packages.join(' ')}) and run npm test again.`,
    );
    process.exit(1);
  }
}

function install(packages: readonly string[]): void {
  console.log(`Installing what the tests need from the system's packages: ${packages.join(', ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // A package that starts its service at once would take the machine's usual ports; the tests start their own servers.
  const options = { env: { ...env, RUNLEVEL: '1' }, stdio: ['ignore', 'ignore', 'inherit'] as const };
  spawnSync('apt-get', ['update', '-qq'], { ...options, stdio: [...options.stdio] });
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    ...options,
    stdio: [...options.stdio],
  });
}
