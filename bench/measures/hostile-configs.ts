// How soon configs that are made to hurt are refused.
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';
import type { Measure } from '../measure.ts';
import { timeOf } from '../median.ts';

const OPTIONS = { sections: DUTY_SECTIONS, presets: PRESETS };

const LETTERS = ['b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];

/** Each line holds ten times the one before it: 10^10 words if it were opened out. */
const ALIAS_BOMB = [
  `a: &a [${'lol, '.repeat(9)}lol]`,
  ...LETTERS.map(
    (letter, index) => `${letter}: &${letter} [${`*${LETTERS[index - 1] ?? 'a'}, `.repeat(10)}]`,
  ),
].join('\n');

const CONFIGS: readonly (readonly [string, string])[] = [
  ['20,000 keys, one a line', Array.from({ length: 20_000 }, (_, index) => `key-${index}: 1`).join('\n')],
  [
    'as many keys as fit in 64 KiB',
    Array.from({ length: 9000 }, (_, index) => `${index.toString(36)}:`).join('\n'),
  ],
  ['alias bomb', ALIAS_BOMB],
  ['20,000 open brackets', `releases: ${'['.repeat(20_000)}`],
];

export const hostileConfigs: Measure = {
  name: 'hostile-configs',
  async run() {
    return CONFIGS.map(([name, text]) => {
      if (loadConfig(text, OPTIONS).ok) throw new Error(`${name} was not refused`);
      const measured = timeOf(() => loadConfig(text, OPTIONS));
      return { measure: `config of ${name}, refused after`, measured, unit: 'ms', target: { atMost: 10 } };
    });
  },
};
