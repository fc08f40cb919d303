/**
 * For `i18next-cli status`, which tells what is missing in a language, plural forms included. The conversations hold keys as
 * data, where a search for calls of `t()` sees nothing; the keys it asks for are therefore those of the French files.
 */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from 'i18next-cli';

const counted = /_(?:zero|one|two|few|many|other)$/;

export default defineConfig({
  locales: ['fr', 'ar'],
  extract: {
    input: ['flows/**/*.ts', 'src/**/*.ts'],
    output: 'locales/{{language}}/{{namespace}}.json',
    functions: ['t'],
    defaultNS: 'common',
    nsSeparator: false,
    keySeparator: false,
    primaryLanguage: 'fr',
    secondaryLanguages: ['ar'],
  },
  plugins: [
    {
      name: 'keys-of-the-french-files',
      onEnd(keys) {
        for (const file of globSync('locales/fr/*.json')) {
          const ns = path.basename(file, '.json');
          for (const name of Object.keys(JSON.parse(readFileSync(file, 'utf8')))) {
            const key = name.replace(counted, '');
            keys.set(`${ns}:${key}`, { key, ns, defaultValue: '', hasCount: counted.test(name) });
          }
        }
      },
    },
  ],
});
