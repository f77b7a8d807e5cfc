import type { Seen } from './case.ts';

/** Every payload that tries to become a command, an output or markup carries this word. */
export const MARK = 'PWNED';

/** Milliseconds a process may live past its deadline; the second half is for a loaded machine. */
const DEADLINE_GRACE_MS = 500 + 1000;

const COMMANDS = /^(add-mask|group|endgroup|error|warning|notice|debug)$/;
const TAGS =
  /^\/?(h[1-6]|p|b|i|em|strong|code|pre|table|thead|tbody|tr|th|td|details|summary|br|a|ul|ol|li|hr|sub)$/;
/** Controls but line feed, formats such as bidi and zero width, separators, what is shown as nothing. */
const INVISIBLE = /[^\P{Cc}\n]|[\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;

/** What must not happen in any case, whatever the peer does. Returns what did. */
export function neverEvents(seen: Seen): string[] {
  return [
    ...cleartext(seen),
    ...repeatedAuth(seen),
    ...repeatedRequests(seen),
    ...leaks(seen),
    ...forgedCommands(seen),
    ...forgedMarkup(seen),
    ...forgedOutputs(seen),
    ...lateness(seen),
    ...noise(seen),
  ];
}

/** The forms in which the credential travels or could be shown. */
function spellings({ inputs }: Seen): Record<string, string> {
  const { username = '' } = inputs;
  // A token request has a client secret in place of the password.
  const password = inputs['password'] || (inputs['client-secret'] ?? '');
  const base64 = (text: string): string => Buffer.from(text, 'utf8').toString('base64');
  return {
    'the password': password,
    'the password in Base64': base64(password),
    'the PLAIN payload': base64(`\0${username}\0${password}`),
    'the password in hex': Buffer.from(password, 'utf8').toString('hex'),
  };
}

function cleartext({ peer, inputs, ...seen }: Seen): string[] {
  if (!peer || inputs['allow-cleartext-auth'] === 'true') return [];
  const { plain } = peer.received;
  const sent = Object.entries(spellings({ peer, inputs, ...seen })).filter(
    ([, text]) => text.length > 3 && plain.includes(Buffer.from(text, 'utf8').toString('latin1')),
  );
  return [
    ...(/^AUTH /im.test(plain) ? ['AUTH outside TLS'] : []),
    ...sent.map(([what]) => `${what} was sent outside TLS`),
  ];
}

/** One AUTH for each account; a second one only after a 4yz answer to the first, which proves that nothing was judged. */
function repeatedAuth({ peer, run }: Seen): string[] {
  const counts = (peer?.connections ?? []).map(
    ({ plain, tls }) => `${plain}\n${tls}`.match(/^AUTH/gim)?.length ?? 0,
  );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const isRetry = / 4\d\d|\(4\d\d\)/.test(run.stdout) && counts.every((count) => count <= 1);
  const accounts = Math.max(1, Number(run.outputs['total'] ?? 1));
  return total > accounts && !isRetry ? [`AUTH was sent ${total} times`] : [];
}

/** A request for a token is made once, and is not sent after a redirect. */
function repeatedRequests({ peer }: Seen): string[] {
  const { plain = '', tls = '' } = peer?.received ?? {};
  const requests = `${plain}\n${tls}`.match(/^(?:GET|POST|CONNECT) \S+ HTTP/gm) ?? [];
  return requests.length > 1 ? [`HTTP requests: ${requests.join(', ')}`] : [];
}

function leaks(seen: Seen): string[] {
  const { visible } = seen.run;
  return Object.entries({ ...spellings(seen), ...ofProxy(seen) })
    .filter(
      ([, text]) => text.trim().length > 3 && visible.toLowerCase().includes(text.toLowerCase()),
    )
    .map(([what]) => `${what} is visible`);
}

/** The login of a proxy travels to it as it is, and is shown nowhere. */
function ofProxy({ inputs }: Seen): Record<string, string> {
  const { 'proxy-username': username = '', 'proxy-password': password = '' } = inputs;
  const pair = Buffer.from(`${username}:${password}`, 'utf8').toString('base64');
  return { "the proxy's password": password, "the proxy's login": password === '' ? '' : pair };
}

/** The runner ends a line at CR too, takes `::` at its start and `##[` anywhere in it. */
function forgedCommands({ run }: Seen): string[] {
  const lines = `${run.stdout}\n${run.stderr}`.split(/\r\n|\r|\n/);
  return lines.flatMap((line) => {
    if (line.includes('##[')) return [`a legacy command: ${line}`];
    if (!line.trimStart().startsWith('::')) return [];
    const [, header = '', data = ''] = /^\s*::(.*?)::(.*)$/s.exec(line) ?? [];
    const [name = ''] = header.split(' ');
    const isOurs = COMMANDS.test(name) && !header.includes(MARK);
    return isOurs && !(name === 'add-mask' && data.includes(MARK)) ? [] : [`a command: ${line}`];
  });
}

function forgedMarkup({ run }: Seen): string[] {
  const tags = run.summary.match(/<[^>]*>?/g) ?? [];
  const odd = tags.filter((tag) => {
    const [, name = ''] = /^<(\/?[a-z0-9]+)[^<>]*>$/.exec(tag) ?? [];
    return !TAGS.test(name) || tag.includes(MARK);
  });
  // Only in code does GitHub link no mention and no address, and read no Markdown.
  const prose = run.summary.replace(/<(code|pre)>[\s\S]*?<\/\1>/g, '');
  return [
    ...odd.map((tag) => `a tag in the summary: ${tag}`),
    ...(prose.includes(MARK) ? ['a text from outside in the summary is not in code'] : []),
    ...(INVISIBLE.test(run.summary) ? ['an invisible character in the summary'] : []),
    ...(INVISIBLE.test(run.stdout) ? ['an invisible character in the log'] : []),
    ...(INVISIBLE.test(JSON.stringify(run.outputs)) ? ['an invisible character in an output'] : []),
  ];
}

const OUTPUTS =
  /^(verdict|cause|stage|code|enhanced-code|mechanism|tls-version|tls-cipher|certificate-expires|duration-ms|total|accepted|failed|results)$/;

function forgedOutputs({ run }: Seen): string[] {
  const unknown = Object.keys(run.outputs).filter((name) => !OUTPUTS.test(name));
  const free = Object.entries(run.outputs).filter(
    ([name, value]) => name !== 'results' && value.includes(MARK),
  );
  return [
    ...unknown.map((name) => `an output of another name: ${name}`),
    ...free.map(([name]) => `a text from outside in the output ${name}`),
  ];
}

/** What a loaded machine can cause too: the process lived too long. */
export function lateness({ aliveMs, inputs, run, pace }: Seen): string[] {
  const limit = Number(inputs['timeout']) * 1000 + DEADLINE_GRACE_MS * pace;
  if (!(Number(inputs['timeout']) > 0) || !Number.isFinite(limit)) return [];
  // Without a connection the start of the process cannot be told apart, so it gets two more seconds.
  const alive = aliveMs ?? run.elapsedMs - 2000 * pace;
  return alive > limit ? [`alive for ${Math.round(alive)} ms, allowed are ${limit} ms`] : [];
}

function noise({ run, inputs }: Seen): string[] {
  const stack = /^\s+at .*[:(]\d+:\d+\)?$|node:internal/m;
  return [
    ...(run.stderr === '' || inputs['stderr-allowed']
      ? []
      : [`stderr: ${run.stderr.slice(0, 300)}`]),
    ...(stack.test(run.stdout + run.stderr) ? ['a stack trace'] : []),
    ...(run.stdout.includes('internal error') ? ['an internal error'] : []),
  ];
}
