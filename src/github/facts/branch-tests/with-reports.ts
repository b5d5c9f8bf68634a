// Joins the test reports that a run brings along to those that it found at GitHub.
import type { BranchReport, BranchTests, TestReport } from '../../../domain/test-results.ts';
import { mergeOutcomes } from '../../../test-results/merge-outcomes.ts';

/**
 * What was found, with them, oldest first. Only branches that were asked for take part; one that GitHub did not list
 * still appears with its reports.
 */
export function withReports(
  found: readonly BranchTests[],
  reports: readonly BranchReport[],
  asked: readonly string[],
): readonly BranchTests[] {
  return reports.filter(({ branch }) => asked.includes(branch)).reduce(joined, found);
}

function joined(branches: readonly BranchTests[], { branch, report }: BranchReport): readonly BranchTests[] {
  if (branches.some((one) => one.branch === branch))
    return branches.map((one) =>
      one.branch === branch ? { ...one, reports: withReport(one.reports, report) } : one,
    );
  return [...branches, { branch, commits: [], jobs: [], reports: [report], unread: [] }];
}

/** One attempt of one run has one report, wherever its parts were read: what failed in any of them failed. */
function withReport(reports: readonly TestReport[], report: TestReport): readonly TestReport[] {
  const isSame = ({ run, attempt }: TestReport): boolean => run === report.run && attempt === report.attempt;
  const others = reports.filter((one) => !isSame(one));
  const all = [...reports.filter(isSame), report];
  const gaps = all.flatMap(({ incomplete }) => incomplete ?? []);
  const whole: TestReport = {
    ...report,
    tests: all.length === 1 ? report.tests : mergeOutcomes(all.flatMap(({ tests }) => tests)),
    ...(gaps.length === 0 ? {} : { incomplete: gaps.join('; ') }),
  };
  return [...others, whole].toSorted((a, b) => a.at - b.at);
}
