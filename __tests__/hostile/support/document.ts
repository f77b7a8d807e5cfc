import { type Breach, BREACHES, LAWS } from './laws.ts';
import { DEFAULT_INPUTS, type Family, type HostileCase } from './case.ts';

/** Families in the order of the exchange. */
export async function allFamilies(): Promise<Family[]> {
  const [token, proxy, network, protocol, starttls, tls, sasl] = await Promise.all([
    import('../cases/token.ts').then((file) => file.token),
    import('../cases/proxy.ts').then((file) => file.proxy),
    import('../cases/network.ts').then((file) => file.network),
    import('../cases/protocol.ts').then((file) => file.protocol),
    import('../cases/starttls.ts').then((file) => file.starttls),
    import('../cases/tls.ts').then((file) => file.tls),
    import('../cases/sasl.ts').then((file) => file.sasl),
  ]);
  const [injection, leakage, resources, configuration, files, cancellation, surroundings] =
    await Promise.all([
      import('../cases/injection.ts').then((file) => file.injection),
      import('../cases/leakage.ts').then((file) => file.leakage),
      import('../cases/resources.ts').then((file) => file.resources),
      import('../cases/configuration.ts').then((file) => file.configuration),
      import('../cases/files.ts').then((file) => file.files),
      import('../cases/cancellation.ts').then((file) => file.cancellation),
      import('../cases/surroundings.ts').then((file) => file.surroundings),
    ]);
  const [joined, tracker] = await Promise.all([
    import('../cases/joined.ts').then((file) => file.joined),
    import('../cases/tracker.ts').then((file) => file.tracker),
  ]);
  return [
    ...[token, proxy, network, protocol, starttls, tls, sasl],
    ...[injection, leakage, resources, configuration, files, cancellation, surroundings],
    ...[joined, tracker],
  ];
}

const MAX_CELL = 120;

/** A value in a table cell, with everything visible. */
function cell(text: string): string {
  const visible = text.replace(
    /[^\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff]/g,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
  const cut = visible.length > MAX_CELL ? `${visible.slice(0, MAX_CELL)} …` : visible;
  return cut.replace(/[|<>`&*_@[\]]/g, (character) => `&#${character.charCodeAt(0)};`);
}

function inputsOf({ inputs = {}, env = {} }: HostileCase): string {
  const entries = [...Object.entries(inputs), ...Object.entries(env)];
  return entries
    .map(([name, value]) =>
      cell(`${name}: ${typeof value === 'function' ? '(made by the test)' : String(value)}`),
    )
    .join('<br>');
}

function row(item: HostileCase): string {
  const { verdict = '', stage = '', cause = '', code, exit } = item.expect;
  const status = [exit ?? (verdict === 'accepted' ? 0 : 1)].flat().join(' or ');
  const also = (item.also ?? []).map(({ that }) => `; ${cell(that)}`).join('');
  const cause_ = code === undefined ? cause : `${cause} ${code}`.trim();
  return `| ${cell(item.name)}${also} | ${inputsOf(item)} | ${verdict} | ${stage} | ${cause_} | ${status} |`;
}

function section({ title, about, cases }: Family): string {
  return [
    `## ${title} (${cases.length})`,
    '',
    about,
    '',
    '| The peer or the author… | Inputs | Verdict | Stage | Cause, code | Exit |',
    '| --- | --- | --- | --- | --- | --- |',
    ...cases.map(row),
    '',
  ].join('\n');
}

function breachRow({ law, broken, family, cases }: Breach): string {
  const red = cases.map((name) => cell(name)).join('<br>');
  return `| ${law}. ${LAWS[law - 1]} | ${broken} | ${family} | ${red} |`;
}

/** What `laws.test.ts` shows each time it runs. */
function lawSection(): string {
  return [
    '## The laws, broken on purpose',
    '',
    'A suite that always passes proves little. So it breaks each rule of [architecture.md](architecture.md) in a copy of the program and expects the cases below to fail. It also fails if the text that it changes no longer exists.',
    '',
    '| Law | The broken program… | Family | Cases that turn red |',
    '| --- | --- | --- | --- |',
    ...BREACHES.map(breachRow),
    '',
  ].join('\n');
}

const NEVER = [
  'AUTH, the password, its Base64 or the PLAIN payload outside verified TLS (unless consented to);',
  'a second AUTH, except after a 4yz reply to the first;',
  'a second request to a token endpoint;',
  'the password (or client secret), its Base64, hex or the PLAIN payload in the log, an annotation, the summary or an output;',
  'a workflow command that is not ours, in both spellings (`::name::` at the start of a line, `##[name]` anywhere; a lone CR ends a line);',
  'an unknown output, markup in the summary, or a control, bidirectional or invisible character;',
  'a process that is still running after its deadline;',
  'anything on stderr, a stack trace, an internal error.',
];

/** The page docs/hostile-cases.md. */
export function renderDocument(families: readonly Family[]): string {
  const total = families.reduce((sum, { cases }) => sum + cases.length, 0);
  const inputs = Object.entries(DEFAULT_INPUTS).map(([name, value]) => `\`${name}: ${value}\``);
  return [
    '# Hostile cases',
    '',
    '<!-- Written by `npm run docs:hostile` from __tests__/hostile/cases; a test compares them. -->',
    '',
    `What servers, networks, certificates and authors can do wrong, and how the action responds: ${total} cases. A peer that knows no SMTP plays each one against the committed bundle in its own process (\`npm run test:hostile\`).`,
    '',
    'In no case is there ever',
    '',
    ...NEVER.map((text) => `- ${text}`),
    '',
    `Inputs are ${inputs.join(', ')}, the peer's port and the test's certificate authority, unless the case sets them.`,
    '',
    ...families.map(section),
    lawSection(),
  ].join('\n');
}
