import { existsSync } from 'node:fs';
import { run } from '#cli/run.ts';

// What the environment says goes before the file.
if (existsSync('.env')) process.loadEnvFile('.env');
process.exitCode = await run(process.argv.slice(2));
