// The schedule of a config file or of a preset alone, as the program itself reads it.
import { readFileSync } from 'node:fs';
import { loadConfig } from '../../src/config/load-config.ts';
import { PRESETS } from '../../src/config/presets.ts';
import type { ScheduleSpec } from '../../src/domain/spec.ts';
import { DUTY_SECTIONS } from '../../src/duties/index.ts';

export function specOf(file: string): ScheduleSpec {
  return specOfText(readFileSync(file, 'utf8'));
}

export function presetSpec(name: string): ScheduleSpec {
  return specOfText(`extends: [${name}]\nreleases: []\n`);
}

/** Refuses warnings too: what stands in this repository has none. */
function specOfText(text: string): ScheduleSpec {
  const loaded = loadConfig(text, { sections: DUTY_SECTIONS, presets: PRESETS });
  const told = loaded.ok ? loaded.warnings : loaded.problems;
  if (!loaded.ok || told.length > 0) throw new Error(JSON.stringify(told, undefined, 1));
  return loaded.config.schedule;
}
