import type { House } from './rules.ts';

/** What docs/architecture.md says in words. A change of one of them changes the other. */
export const HOUSE: House = {
  rooms: {
    'index.ts': { rooms: ['action'] },
    'cli.ts': { rooms: ['cli'] },
    // Joins the reports of several jobs.
    action: {
      rooms: [
        ...['inputs', 'fleet', 'report', 'diagnosis', 'token', 'smtp', 'sasl'],
        ...['model', 'safety', 'platform'],
      ],
      packages: ['node:*', '@actions/core', '@actions/github'],
      readsEnvironment: true,
    },
    cli: {
      rooms: [
        ...['inputs', 'explain', 'fleet', 'report', 'diagnosis', 'token', 'smtp', 'sasl'],
        ...['model', 'safety', 'platform'],
      ],
      packages: ['node:*'],
      readsEnvironment: true,
    },
    // Runs in a browser too, so nothing of Node.
    explain: {
      rooms: ['model', 'diagnosis', 'safety'],
      files: ['inputs/reader.ts', 'token/endpoint-reply.ts'],
    },
    fleet: {
      rooms: ['smtp', 'token', 'diagnosis', 'safety', 'model', 'platform'],
      packages: ['node:events', 'node:timers/promises', 'tinyqueue'],
    },
    report: {
      rooms: ['model', 'safety'],
      types: ['diagnosis'],
      // Report files are written here.
      files: ['platform/write.ts'],
      packages: ['fast-xml-builder'],
    },
    inputs: {
      rooms: ['model', 'safety', 'platform'],
      // The names of the mechanisms.
      files: ['sasl/mechanism.ts', 'sasl/choose.ts'],
      packages: [
        'node:crypto',
        'node:fs',
        'node:net',
        'node:path',
        'node:url',
        'js-yaml',
        'csv-parse/sync',
      ],
    },
    diagnosis: { rooms: ['model', 'safety'], packages: ['fastest-levenshtein'] },
    token: {
      rooms: ['model', 'safety', 'platform'],
      types: ['sasl'],
      packages: ['node:crypto', 'jose'],
    },
    smtp: {
      rooms: ['model', 'sasl', 'safety', 'platform'],
      packages: [
        ...['node:crypto', 'node:events', 'node:net', 'node:tls'],
        ...['node:http', 'node:stream', 'socks'],
      ],
    },
    sasl: { packages: ['node:crypto', 'node:util', '@mongodb-js/saslprep'] },
    // Redacted text is a type of safety/.
    // Equal logins are known by a digest.
    model: { types: ['safety', 'platform'], packages: ['node:crypto'] },
    safety: { packages: ['node:net', 'node:buffer'] },
    platform: {
      packages: ['node:*', 'fastest-levenshtein', 'proxy-from-env'],
      readsEnvironment: true,
    },
  },

  lazy: {
    'action/tracking/': 'brings @actions/github, and only some runs keep issues',
    'cli/prompt.ts': 'brings node:readline, 1 ms, and most passwords are given',
    'cli/explain-command.ts': 'brings all replies, and a check needs none of it before it fails',
    'cli/secret-command.ts':
      'brings node:child_process, and most secrets are in a variable or a file',
    'cli/help.ts': 'more than 5 kB, and a check needs none of it',
    'cli/completion.ts': 'more than 5 kB, and a check needs none of it',
    'diagnosis/match.ts':
      'brings all replies; a browser and a command that explains have it from here',
    'diagnosis/hygiene.ts':
      'brings the providers with their shapes, and an accepted login needs none of it',
    'diagnosis/judge.ts': 'brings all replies of all providers, and only a failed login needs them',
    'inputs/list/': 'only a list of accounts needs it',
    'csv-parse/sync': 'most lists are YAML',
    'js-yaml': '46 kB, and a list may be written in CSV',
    'report/junit.ts': 'brings fast-xml-builder, 22 kB',
    'report/nagios.ts': 'only a monitoring system asks for it',
    'report/prometheus.ts': 'only some runs write the file',
    'report/list/': 'only a list of accounts needs it',
    'sasl/scram.ts': 'brings SASLprep',
    'smtp/proxy/': 'brings socks, and most checks have no proxy',
    'token/obtain.ts': 'brings jose, and most accounts have a password',
  },

  data: ['diagnosis/providers/', 'diagnosis/replies/', 'diagnosis/servers/'],

  sameName: [
    // What runs one of the two programs.
    ['action/run.ts', 'cli/run.ts'],
    // The same report, for one account and for a list.
    ['report/annotations.ts', 'report/list/annotations.ts'],
    ['report/publication.ts', 'report/list/publication.ts'],
    ['report/summary.ts', 'report/list/summary.ts'],
    // The registers of their folders.
    [
      ...['diagnosis/providers/all.ts', 'diagnosis/replies/all.ts', 'diagnosis/servers/all.ts'],
      ...['diagnosis/words/all.ts'],
    ],
  ],

  maxFileLines: 170,
  maxFunctionLines: 60,
};

/** What breaks the rules today. This list only becomes shorter: an entry that has been solved fails the test. */
export const KNOWN: readonly string[] = [];
