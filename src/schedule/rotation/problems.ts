// What a schedule says of turns that nobody can count, or that nobody can take.
import type { Problem } from '../../domain/problem.ts';
import type { ScheduleSpec } from '../../domain/spec.ts';
import { planPath } from '../spec-of-release.ts';
import { seriesOf } from './turns.ts';

/** The oldest release needs a written turn: without one, who has the later ones would change as older ones go. */
export function rotationProblems(spec: ScheduleSpec): Problem[] {
  return seriesOf(spec).flatMap(({ role, rotation, releases, turns }) => {
    const [oldest] = releases;
    if (oldest === undefined || rotation.through.length === 0) return [];
    const { version } = oldest.written;
    if (rotation.turns.every((turn) => turn.version !== version)) {
      const login = turns.get(version) ?? rotation.through[0] ?? '';
      return [
        {
          code: 'unknown-turn',
          severity: 'error' as const,
          path: planPath(oldest.written, 'roles', role, 'rotation', 'turns'),
          message: `The rotation of the role "${role}" does not say whose turn ${version} is, the oldest release that takes part.`,
          fix:
            rotation.turns.length === 0
              ? `Add who has it to the rotation: "turns: { ${version}: ${login} }".`
              : `Add who has it to "turns", and keep the others: "${version}: LOGIN".`,
        },
      ];
    }
    return releases
      .filter(({ written }) => !turns.has(written.version))
      .map(({ written }): Problem => ({
        code: 'nobodys-turn',
        severity: 'warning',
        path: planPath(written, 'roles', role, 'rotation', 'through'),
        message: `Nobody has the role "${role}" in ${written.version}: everybody in the rotation is away too long.`,
        fix: `Name somebody: "roles: { ${role}: [LOGIN] }" at the release.`,
      }));
  });
}
