// docs/troubleshooting.md from the data of src/diagnosis and the samples of its tests. Pure.

const INTRODUCTION = `<!-- Made by "npm run troubleshooting" from src/diagnosis. Change the data, not this page. -->

# Troubleshooting

English | [日本語](troubleshooting.ja.md)

Search this page for the reply of your mail server, or for the value of the output \`cause\`. Annotations and job
summaries link here. Server names in the samples are made up.

One reply code has many causes. 535 alone can mean a wrong password, a missing app password, a login that an
administrator disabled, or an IP address that is not allowed. The check tells them apart by the words of the reply. If it
does not know the words, it uses the code and says that the cause is not certain.

- [What servers say](#what-servers-say)
- [What token endpoints say](#what-token-endpoints-say)
- [Causes](#causes)
`;

/** The words of a reply without the name of the machine that said them. */
function quote(reply) {
  return `\`\` ${reply.replace(/ \\[[A-Z0-9]+\\.[^\\]]*\\]$/, '')} \`\``;
}

function renderRow(row, { reply, host, sources }, words, isProvider) {
  const { meaning, nextStep } = { ...words, ...row };
  return [
    `<a id="${row.id}"></a>`,
    '',
    `#### ${quote(reply)}`,
    '',
    meaning,
    '',
    `**Next step:** ${nextStep}`,
    '',
    ...tokenSteps(row).flatMap(([whose, step]) => [
      `**With an access token${whose}:** ${step}`,
      '',
    ]),
    `Cause: [\`${row.cause}\`](#${row.cause})${isProvider ? ` · host: \`${host}\`` : ''} · seen in: ${sources
      .map((source, index) => `[${index + 1}](${source})`)
      .join(', ')}`,
    '',
  ];
}

/** Whose token it is, by the grant. */
const OWNERS = [
  [' of an application', 'client-credentials'],
  [' of a service account', 'service-account'],
  [' of a user', 'refresh-token'],
];

/** The next steps with an access token, by whose token it is where that matters. */
function tokenSteps({ tokenNextStep: step }) {
  if (step === undefined) return [];
  if (typeof step === 'string') return [['', step]];
  const general = step({});
  const own = OWNERS.map(([whose, grant]) => [whose, step({ grant })]);
  const steps = own.filter(([, text]) => text !== general);
  // A text that repeats those of the owners is for a token of which nothing is known.
  const isRepeated = steps.some(([, text]) => general.includes(text));
  return isRepeated ? steps : [...steps, [' that is given', general]];
}

function sampleOf({ id }, samples) {
  const sample = samples.get(id);
  if (sample) return sample;
  throw new Error(`${id} has no sample; add one to __tests__/diagnosis/samples/`);
}

function renderFamily(family, { samples, wordsOf, isProvider }) {
  const rows = family.replies ?? [];
  if (rows.length === 0) return [];
  return [
    `### ${family.name}`,
    '',
    ...rows.flatMap((row) =>
      // A row of replies-after-data.json holds its own sample.
      renderRow(row, row.reply ? row : sampleOf(row, samples), wordsOf(row.cause), isProvider),
    ),
  ];
}

/** @returns a function that adds the replies after DATA to those of a family */
function withAfterData(afterData) {
  return (family) => ({
    ...family,
    replies: [...(family.replies ?? []), ...afterData.filter((row) => row.family === family.id)],
  });
}

/** Families of the same name stand together. */
function byName(families) {
  const groups = new Map();
  for (const family of families) {
    const { replies = [] } = groups.get(family.name) ?? {};
    groups.set(family.name, { ...family, replies: [...replies, ...(family.replies ?? [])] });
  }
  return [...groups.values()];
}

function renderCause([cause, { meaning, nextStep }]) {
  return [
    `<a id="${cause}"></a>`,
    '',
    `### \`${cause}\``,
    '',
    meaning,
    '',
    `**Next step:** ${nextStep}`,
    '',
  ];
}

function renderToken({ how, reply, meaning, nextStep, cause, verdict, anchors, source }) {
  return [
    ...anchors.map((id) => `<a id="${id}"></a>`),
    ...(anchors.length > 0 ? [''] : []),
    `#### ${quote(reply)}`,
    '',
    `Asked ${how}. ${meaning}`,
    '',
    `**Next step:** ${nextStep}`,
    '',
    `Verdict: \`${verdict}\` · cause: [\`${cause}\`](#${cause}) · seen in: [1](${source})`,
    '',
  ];
}

function renderTokens(tokens) {
  return [...new Set(tokens.map(({ by }) => by))].flatMap((owner) => [
    `### ${owner.charAt(0).toUpperCase()}${owner.slice(1)}`,
    '',
    ...tokens.filter(({ by }) => by === owner).flatMap(renderToken),
  ]);
}

/**
 * @param data providers and servers as in src/diagnosis, the replies after DATA, the samples by row, the refusals of
 *   token endpoints, and the words of every cause: alone, and for a reply
 * @returns the whole page
 */
export function renderTroubleshooting({
  providers,
  servers,
  afterData,
  samples,
  tokens,
  causes,
  replies,
}) {
  const wordsOf = (cause) => replies.get(cause);
  const add = withAfterData(afterData);
  const sorted = providers.map(add).sort((a, b) => a.name.localeCompare(b.name, 'en'));
  const lines = [
    INTRODUCTION,
    '## What servers say',
    '',
    ...sorted.flatMap((family) => renderFamily(family, { samples, wordsOf, isProvider: true })),
    ...byName(servers.map(add)).flatMap((family) =>
      renderFamily(family, { samples, wordsOf, isProvider: false }),
    ),
    '## What token endpoints say',
    '',
    'The check asks for an access token before it contacts the mail server. The advice depends on how the token is asked for.',
    '',
    ...renderTokens(tokens),
    '## Causes',
    '',
    'Every value of the output `cause`, except `none`, which means that the login was accepted.',
    '',
    ...[...causes].sort(([a], [b]) => a.localeCompare(b, 'en')).flatMap(renderCause),
  ];
  return `${lines.join('\n').trimEnd()}\n`;
}

/** An observation as neutral as can be, for the words that look at one. */
export const SPECIMEN = {
  account: {
    host: 'mail.example.com',
    port: 587,
    username: 'user@example.com',
    tlsMode: 'starttls',
    mechanism: 'auto',
    certificateFailDays: 7,
    expect: 'accepted',
    failOn: [],
    credential: { kind: 'password', isAscii: true },
  },
  // OpenSSL's code for a chain of one: both readings of an unknown certificate authority are then told.
  failure: { problem: 'refused', command: 'AUTH', code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' },
  stage: 'auth',
  reply: { code: 535, lines: [''] },
  offered: ['LOGIN', 'PLAIN'],
  mechanism: 'LOGIN',
  authSent: true,
  credentialSent: true,
  tls: {
    version: 'TLSv1.3',
    cipher: 'TLS_AES_256_GCM_SHA384',
    issuer: 'CN=Example CA',
    names: ['DNS:mx.example.net'],
    validFrom: new Date('2026-02-01T00:00:00Z'),
    validTo: new Date('2026-01-31T00:00:00Z'),
    fingerprint: '64 hex digits',
    verified: false,
  },
  stages: [],
  durationMs: 0,
  transcript: [],
};

/** The page is for readers on GitHub as well. */
function joined({ meaning, nextStep, onGitHub = '' }) {
  return { meaning, nextStep: `${nextStep} ${onGitHub}`.trim() };
}

/** The general words of every cause, for a reply to AUTH that has it. */
export function wordsOfReplies(words) {
  return new Map(Object.entries(words).map(([cause, word]) => [cause, joined(word(SPECIMEN))]));
}

/** The same where nothing more is known than the cause. */
export function wordsOfCauses(words) {
  const { code } = SPECIMEN.failure;
  return new Map(
    Object.entries(words).map(([cause, word]) => [
      cause,
      joined(word({ ...SPECIMEN, failure: { problem: cause, code } })),
    ]),
  );
}
