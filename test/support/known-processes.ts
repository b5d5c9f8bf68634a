// Known days of real release processes, and what is expected of the config of each.

/** What is known of a process whose config is in test/fixtures/processes. */
export interface KnownProcess {
  /** The day on which the config is looked at. */
  readonly on: string;
  /** By version, then by milestone: days that were published, or that follow from a published day by a published rule. */
  readonly days: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Warnings with their reason, as code and version or milestone; each config says why they are right. */
  readonly warnings?: readonly string[];
  /** A release whose cycle is played. */
  readonly plays: string;
}

/** By the name of the config. */
export const KNOWN_PROCESSES: Readonly<Record<string, KnownProcess>> = {
  airflow: {
    on: '2025-09-01',
    days: {
      '2.10.0': { release: '2024-08-15', rc1: '2024-08-14' },
      '2.11.0': { release: '2025-05-20', rc1: '2025-05-19' },
      '3.1.0': { release: '2025-09-25' },
    },
    warnings: ['milestone-on-day-off 2025-10-26'],
    plays: '3.1.1',
  },
  cilium: {
    on: '2025-09-01',
    days: {
      '1.16.0': { 'pre-check': '2024-07-17', preparation: '2024-07-23', release: '2024-07-24' },
      '1.17.0': { 'pre-check': '2025-01-28', preparation: '2025-02-03', release: '2025-02-04' },
      '1.18.0': { 'pre-check': '2025-07-22', preparation: '2025-07-28', release: '2025-07-29' },
    },
    plays: '1.17.0',
  },
  debian: {
    on: '2025-01-01',
    days: {
      '12': { 'transition-freeze': '2023-01-12', 'hard-freeze': '2023-03-12', release: '2023-06-10' },
      '13': {
        'transition-freeze': '2025-03-15',
        'soft-freeze': '2025-04-15',
        'hard-freeze': '2025-05-15',
        'full-freeze': '2025-07-27',
        release: '2025-08-09',
      },
      '13.1': { release: '2025-09-06' },
    },
    plays: '13.3',
  },
  django: {
    on: '2025-10-01',
    days: {
      '5.1': { alpha: '2024-05-22', beta: '2024-06-26', rc: '2024-07-24', release: '2024-08-07' },
      '6.0': { alpha: '2025-09-17', beta: '2025-10-22', rc: '2025-11-19', release: '2025-12-03' },
      '6.1': { release: '2026-08-05' },
    },
    plays: '6.0',
  },
  fedora: {
    on: '2025-10-01',
    days: {
      '40': { branch: '2024-02-06', 'beta-freeze': '2024-02-20', 'final-freeze': '2024-04-02' },
      '43': { branch: '2025-08-12', 'beta-freeze': '2025-08-26', 'final-freeze': '2025-10-07' },
      '44': { release: '2026-04-14' },
      '45': { release: '2026-10-20' },
      '46': { release: '2027-04-13' },
    },
    plays: '40',
  },
  gitlab: {
    on: '2025-10-20',
    days: {
      '18.4': { release: '2025-09-18' },
      '18.5': { release: '2025-10-16', preparation: '2025-10-10' },
      '18.6': { release: '2025-11-20' },
      '18.7': { release: '2025-12-18' },
    },
    plays: '18.6',
  },
  'home-assistant': {
    on: '2025-06-01',
    days: {
      '2025.5': { beta: '2025-04-30', release: '2025-05-07' },
      '2025.6': { beta: '2025-06-04', release: '2025-06-11' },
      '2025.7': { beta: '2025-06-25', release: '2025-07-02' },
      '2025.8': { beta: '2025-07-30', release: '2025-08-06' },
    },
    plays: '2025.8',
  },
  knative: {
    on: '2025-05-01',
    days: {
      '1.17': { release: '2025-01-28', core: '2025-01-28' },
      '1.18': { supporting: '2025-04-15', release: '2025-04-22' },
      '1.19': { release: '2025-07-22' },
    },
    plays: '1.19',
  },
  linux: {
    on: '2025-10-20',
    days: {
      '6.17': { rc1: '2025-08-10', rc7: '2025-09-21', release: '2025-09-28' },
      '6.18': { rc1: '2025-10-12', rc2: '2025-10-19', rc7: '2025-11-23', release: '2025-11-30' },
      '6.19': { rc1: '2025-12-14', rc7: '2026-01-25', rc8: '2026-02-01', release: '2026-02-08' },
      '7.0': { release: '2026-04-12' },
    },
    plays: '6.18',
  },
  llvm: {
    on: '2026-02-01',
    days: {
      '22.1.0': {
        branch: '2026-01-13',
        rc1: '2026-01-16',
        rc2: '2026-01-27',
        rc3: '2026-02-10',
        release: '2026-02-24',
      },
    },
    plays: '22.1.0',
  },
  mattermost: {
    on: '2025-10-20',
    days: {
      '11.1': { release: '2025-11-14', 'code-freeze': '2025-11-07', 'final-build': '2025-11-12' },
      '11.2': { release: '2025-12-16' },
      '11.3': { release: '2026-01-16' },
    },
    // These are Fridays, and a rule has no place to say that they are meant.
    warnings: ['release-on-friday 2025-11-14', 'release-on-friday 2026-01-16'],
    plays: '11.2',
  },
  'nodejs-security': {
    on: '2025-01-01',
    days: {
      'june-2023': { announcement: '2023-06-13', release: '2023-06-20' },
      'january-2025': { announcement: '2025-01-14', release: '2025-01-21' },
      'july-2025': { announcement: '2025-07-08', release: '2025-07-15' },
    },
    plays: 'january-2025',
  },
  openstack: {
    on: '2026-01-01',
    // The schedules name weeks: these are their Thursdays.
    days: {
      '2024.2': { 'milestone-1': '2024-05-16', 'feature-freeze': '2024-08-29', rc1: '2024-09-12' },
      '2025.2': { 'milestone-1': '2025-05-15', 'feature-freeze': '2025-08-28', 'final-rc': '2025-09-25' },
      '2026.2': { 'milestone-2': '2026-07-02', highlights: '2026-09-03', rc1: '2026-09-10' },
      '2027.1': { 'milestone-1': '2026-11-19', 'milestone-2': '2027-01-14', 'final-rc': '2027-03-18' },
    },
    plays: '2025.2',
  },
  rust: {
    on: '2025-10-01',
    days: {
      '1.90.0': { release: '2025-09-18', 'beta-cut': '2025-09-16' },
      '1.91.0': { release: '2025-10-30' },
      '1.92.0': { release: '2025-12-11' },
      '1.93.0': { release: '2026-01-22' },
    },
    plays: '1.91.0',
  },
  vscode: {
    on: '2024-01-01',
    days: {
      '1.59': { 'code-freeze': '2021-07-26', 'endgame-done': '2021-07-30', release: '2021-08-04' },
      '1.86': { 'code-freeze': '2024-01-22', 'endgame-done': '2024-01-26', release: '2024-01-31' },
      '1.110': { 'code-freeze': '2026-02-23', 'endgame-done': '2026-02-27', release: '2026-03-04' },
    },
    plays: '1.86',
  },
};
