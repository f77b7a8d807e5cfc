import { diagnose } from '../../src/diagnosis/diagnose.ts';
import { ACCOUNT_DEFAULTS, type AccountInput } from '../../src/inputs/names.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { check } from '../../src/smtp/check.ts';
import type { Observation } from '../../src/model/observation.ts';
import { DEFAULT_INPUTS, type HostileCase } from '../hostile/support/case.ts';
import { allFamilies } from '../hostile/support/document.ts';
import { sharedWorld } from '../hostile/support/world.ts';
import { type Peer, startPeer } from '../support/peer.ts';

/** The hostile cases of one connection once more, in this process and without a runner around it. */
const FAMILIES: ReadonlySet<string> = new Set(['network', 'protocol', 'starttls', 'tls', 'sasl']);
const isDirect = ({ name, inputs = {}, env, play }: HostileCase): boolean =>
  play !== undefined &&
  env === undefined &&
  inputs['retries'] === undefined &&
  inputs['timeout'] === undefined &&
  !/silent|drips|pause|QUIT|10,000/.test(name);

const cases = (await allFamilies())
  .filter(({ title }) => FAMILIES.has(title))
  .flatMap((family) =>
    family.cases.filter(isDirect).map((item) => [family.title, item.name, item] as const),
  );

async function play(item: HostileCase): Promise<{ observation: Observation; peer: Peer }> {
  const world = await sharedWorld();
  const script = item.play;
  const peer = await startPeer(async (connection, index) => {
    await script?.(connection, { world, index, kill: () => undefined });
  }, item.listenAt);
  const inputs: Record<string, unknown> = {
    ...ACCOUNT_DEFAULTS,
    ...DEFAULT_INPUTS,
    port: peer.port,
    'tls-ca': world.ca.cert,
  };
  for (const [name, value] of Object.entries(item.inputs ?? {})) {
    inputs[name] = typeof value === 'function' ? await value(world, peer.port) : value;
  }
  const raw = Object.fromEntries(
    Object.entries(inputs).map(([name, value]) => [name, String(value)]),
  );
  const observation = await check(parseAccount(raw as Record<AccountInput, string>));
  await peer.close();
  return { observation, peer };
}

test.each(cases)('%s: %s', async (_family, _name, item) => {
  const { observation, peer } = await play(item);
  const { failure, stage, reply, transcript, tls, authSent } = observation;
  const { verdict, cause } = await diagnose(observation);
  const { exit: _, ...wanted } = item.expect;
  expect({
    verdict,
    ...('stage' in wanted && { stage }),
    ...('cause' in wanted && { cause }),
    ...('code' in wanted && { code: reply?.code }),
  }).toEqual(wanted);
  // A certificate that cannot even be described leaves no facts behind.
  const isTrusted = !failure?.problem.startsWith('certificate-');
  if (tls) expect(tls.verified).toBe(isTrusted);
  expect(JSON.stringify(observation)).not.toContain(
    JSON.stringify(DEFAULT_INPUTS.password).slice(1, -1),
  );
  expect(peer.received.plain).not.toMatch(/^AUTH/m);
  expect(authSent).toBe(
    /^AUTH/m.test(peer.received.tls) || transcriptHas(transcript, 'C', /^AUTH/),
  );
});

function transcriptHas(lines: Observation['transcript'], who: string, what: RegExp): boolean {
  return lines.some(({ speaker, text }) => speaker === who && what.test(text));
}
