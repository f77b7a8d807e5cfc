import { ENTRA_REFUSALS } from '../../src/diagnosis/words/token-entra.ts';
import type { RawAccount } from '../../src/inputs/names.ts';
import type { Checked } from '../../src/model/diagnosis.ts';
import { issue } from '../support/certificates.ts';
import { startPlayedRunner } from '../support/played-runner.ts';
import { ca, playToken } from '../support/token-check.ts';
import { type Documented, DOCUMENTED, INPUTS } from './documented.ts';

/** Every documented refusal of a token endpoint leads to its own verdict and its own next step. */

const runner = await startPlayedRunner();
afterAll(() => {
  runner.close();
});
const pair = await issue(ca, { commonName: 'app', keys: 'rsa-2048' });

function inputsOf({ grant }: Documented): Partial<RawAccount> {
  if (grant === 'certificate') {
    return { 'client-id': 'app-id', 'client-certificate': pair.cert, 'client-key': pair.key };
  }
  if (grant === 'service account') {
    const key = {
      client_email: 'robot@project.iam.gserviceaccount.com',
      private_key: pair.key,
    };
    return { 'credentials-json': JSON.stringify(key) };
  }
  return INPUTS[grant];
}

async function check(documented: Documented): Promise<Checked> {
  const { error, said, status = 400 } = documented;
  const number = /AADSTS(\d+)/.exec(said ?? '')?.[1];
  const body = {
    error,
    ...(said !== undefined && { error_description: said }),
    ...(number !== undefined && { error_codes: [Number(number)] }),
  };
  const inputs = { ...inputsOf(documented), retries: '0' };
  const { environment } = runner;
  return (await playToken({ token: [{ status, body }], inputs, environment })).result;
}

test.each(DOCUMENTED.map((documented) => [documented.id, documented] as const))(
  '%s',
  async (_, documented) => {
    const { diagnosis, authSent } = await check(documented);
    const words = `${diagnosis.meaning} ${diagnosis.nextStep}`;
    expect(diagnosis.verdict).toBe(documented.verdict);
    expect(authSent).toBe(false);
    for (const said of documented.says) expect(words).toMatch(said);
    for (const not of documented.saysNot ?? []) expect(words).not.toMatch(not);
    expect(diagnosis.meaning).toMatch(/\. The mail server was not contacted\.$/);
    expect(diagnosis.meaning.length).toBeLessThan(700);
    expect(diagnosis.nextStep.length).toBeLessThan(600);
  },
);

test('what is documented has one id each', () => {
  expect(new Set(DOCUMENTED.map(({ id }) => id)).size).toBe(DOCUMENTED.length);
});

test('every number that is known shares its words with one that is documented', () => {
  const numbers = DOCUMENTED.map(({ said = '' }) => Number(/AADSTS(\d+)/.exec(said)?.[1]));
  const documented = new Set(numbers.map((number) => ENTRA_REFUSALS.get(number)));
  const others = [...ENTRA_REFUSALS].filter(([, refusal]) => !documented.has(refusal));
  expect(others.map(([number]) => number)).toEqual([]);
});
