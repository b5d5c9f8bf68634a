// What of the wishes of one duty goes by itself: what may wait for another comment is left out.
import type { Desired } from '../../src/domain/desired.ts';
import type { OwnIssue } from '../../src/domain/observed.ts';
import { waitForCompany } from '../../src/plan/wait-for-company.ts';

export function goingAlone(desired: readonly Desired[], issues: readonly OwnIssue[] = []): Desired[] {
  const wanted = desired.map((one) => ({ duty: 'test', desired: one }));
  return waitForCompany(wanted, issues).map((one) => one.desired);
}
