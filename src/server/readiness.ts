// What /readyz answers: whether webhooks can be kept, and what is missing in the repositories.
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Findings } from './findings.ts';

export interface Readiness {
  /** Why no webhook can be kept at the moment, in a sentence. */
  readonly unready: () => Promise<string | undefined>;
  /** Absent: nothing is checked here. */
  readonly findings?: Findings | undefined;
  /** Whoever brings it is told names; absent: nobody is. */
  readonly statusToken?: string | undefined;
}

/**
 * Something that is missing in one repository takes nothing from the others, so it makes nobody unready. The page is open
 * to anybody: without the token it tells numbers, and no names.
 */
export async function readinessOf(
  { unready, findings, statusToken }: Readiness,
  authorization: string | undefined,
): Promise<{ readonly status: number; readonly type: string; readonly text: string }> {
  const why = await unready();
  const isTrusted = statusToken !== undefined && isSame(authorization, `Bearer ${statusToken}`);
  const body = {
    ready: why === undefined,
    ...(why === undefined ? {} : { why }),
    ...(findings === undefined ? {} : { missing: missingIn(findings, isTrusted) }),
  };
  return {
    status: why === undefined ? 200 : 503,
    type: 'application/json; charset=utf-8',
    text: `${JSON.stringify(body)}\n`,
  };
}

function missingIn(findings: Findings, isTrusted: boolean): object {
  const { repositories, things } = findings.count();
  if (!isTrusted) return { repositories, things };
  const { shown, left } = findings.list();
  const listed = shown.map(({ at, ...one }) => ({ ...one, at: new Date(at).toISOString() }));
  return { repositories, things, findings: listed, left };
}

/** In a time that tells nothing of how far they agree. */
function isSame(given: string | undefined, wanted: string): boolean {
  const [a, b] = [given ?? '', wanted].map((text) => createHash('sha256').update(text).digest());
  return a !== undefined && b !== undefined && timingSafeEqual(a, b);
}
