import { explainGitHubFault } from '../../src/action/tracking/github-fetch.ts';
import { readMarker } from '../../src/action/tracking/issue-text.ts';
import { parseCommandLine } from '../../src/cli/options.ts';
import { ACCOUNT_DEFAULTS } from '../../src/inputs/names.ts';
import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { REPLY_CAUSES } from '../../src/model/cause.ts';
import { HttpFailure, httpFailure } from '../../src/platform/http-failure.ts';
import { toReport } from '../../src/report/json.ts';
import { parseReports } from '../../src/report/parse.ts';
import { renderSummary } from '../../src/report/summary.ts';
import { chooseMechanism } from '../../src/sasl/choose.ts';
import { parseCapabilities } from '../../src/smtp/introduction.ts';
import { networkFailure } from '../../src/smtp/network-failure.ts';
import { readTokenReply } from '../../src/token/endpoint-reply.ts';
import { faults, read, refusal } from '../inputs/list/read.ts';
import { createRefusal, createResult, redacted } from '../support/results.ts';

/** What every plain object has without anybody having put it there: found in a table, it is not an entry of the table. */
const WORDS = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', '__proto__'];

/** What a function throws. */
function thrownBy(run: () => unknown): Error {
  try {
    run();
  } catch (error) {
    if (error instanceof Error) return error;
  }
  throw new Error('nothing was thrown');
}

describe.each(WORDS)('the word %s is a word like any other', (word) => {
  test.each([`535 5.7.8 ${word}`, `454 ${word}`, `554 5.7.${word} no`, `535 ${word}=${word}`])(
    'in the reply %s',
    (line) => {
      const refused = createRefusal(line, { banner: redacted(`${word} ESMTP ${word}`) });
      expect(REPLY_CAUSES).toContain(refused.diagnosis.cause);
      expect(refused.diagnosis.passed).toBe(false);
      expect(renderSummary(refused)).not.toContain('[native code]');
      const { diagnosis } = createRefusal(line, { account: { expect: 'rejected' } });
      expect([diagnosis.passed, diagnosis.provesDead]).toEqual([false, false]);
    },
  );

  test('as the host, in the answer to EHLO and as the reason of a certificate', () => {
    const { diagnosis } = createRefusal('535 5.7.8 no', { account: { host: word } });
    expect(REPLY_CAUSES).toContain(diagnosis.cause);
    const lines = ['mail.test', word, `STARTTLS ${word}`, `AUTH ${word} PLAIN`, `AUTH=${word}`];
    const { mechanisms } = parseCapabilities({ code: 250, lines });
    expect(mechanisms.filter((name) => name !== word.toUpperCase())).toEqual(['PLAIN']);
  });

  test('as a mechanism that a server offers or a person wants', async () => {
    const credential = { kind: 'password', username: 'u', password: 'p' } as const;
    const endpoint = { host: 'mail.test', port: 587 };
    const offered = [word, word.toUpperCase()];
    expect(await chooseMechanism('auto', offered, credential, endpoint)).toBeUndefined();
    expect(await chooseMechanism(word, offered, credential, endpoint)).toBeUndefined();
    const raw = { ...ACCOUNT_DEFAULTS, host: 'mail.test', username: 'u', password: 'p' };
    const error = thrownBy(() => parseAccount({ ...raw, mechanism: word }, ACTION_NAMING));
    expect(error.message).toMatch(/^Input "mechanism" must be .*, not "/);
  });

  test('as a key of a list', async () => {
    const account = 'host: a.test, username: u, password: p';
    expect(await faults(`[{${account}, ${word}: x}]`)).toEqual([
      expect.stringContaining('a key that does not exist'),
    ]);
    expect(await faults(`[{${account}, port: ${word}}]`)).toEqual([
      expect.stringContaining('must be a whole number'),
    ]);
    expect(await refusal(`{${word}: [{${account}}]}`)).toContain('is not a list of accounts');
    expect(await refusal(`{accounts: [{${account}}], ${word}: x}`)).toContain('another key');
    expect(await faults(`{accounts: [{${account}}], defaults: {${word}: {port: 25}}}`)).toEqual([
      expect.stringContaining('a key that does not exist'),
    ]);
  });

  test('as the name of an environment variable', async () => {
    const [item] = await read(`[{host: a.test, username: u, password-env: ${word}}]`);
    expect(item?.kind).toBe('invalid');
  });

  test('as a flag', () => {
    expect(thrownBy(() => parseCommandLine([`--${word}`, 'x'])).message).toContain('Unknown flag');
    expect(thrownBy(() => parseCommandLine([`--${word}=x`])).message).toContain('Unknown flag');
  });

  test('as the error of a token endpoint', () => {
    const asked = {
      party: 'endpoint',
      host: 'login.test',
      endpointFrom: 'token-endpoint',
    } as const;
    const body = `{"error":"${word}","${word}":{"access_token":"x"}}`;
    const reply = { status: 400, headers: {}, body };
    const failure = thrownBy(() => readTokenReply(reply, asked, () => undefined));
    // A word with other characters than those of OAuth is not an error of OAuth.
    const isWord = /^[a-z]+$/i.test(word);
    const problem = isWord ? 'token-request-invalid' : 'token-reply-malformed';
    expect(failure).toMatchObject({ problem });
    const given = { status: 200, headers: {}, body: `{"__proto__":{"access_token":"x"}}` };
    expect(thrownBy(() => readTokenReply(given, asked, () => undefined))).toMatchObject({
      problem: 'token-reply-malformed',
    });
  });

  test('as the code of an error of the network', () => {
    const error = Object.assign(new Error(word), { code: word });
    expect(networkFailure(error).problem).toBe('connection-lost');
    expect(httpFailure(error).fault).toBe('network');
  });

  test("as an error of GitHub's API", () => {
    const response = { headers: { [word]: word } };
    for (const fault of [
      Object.assign(new Error(word), { name: word, status: word, response }),
      Object.assign(new Error(word), {
        name: 'HttpError',
        cause: new HttpFailure('tls', word, word),
      }),
    ]) {
      expect(explainGitHubFault(fault)).toMatch(/^The tracking issues are not up to date: [a-z]/i);
    }
    const body = `<!-- smtp-auth-check account=${'a'.repeat(32)} cause=${word} -->`;
    expect([undefined, word]).toContain(readMarker(body)?.cause);
  });

  test('in a report', () => {
    const report = toReport(createResult());
    for (const text of [
      `[{"${word}":1}]`,
      `[${JSON.stringify(report).replace('{', `{"${word}":{"passed":true},`)}]`,
      JSON.stringify([{ ...report, verdict: word }]),
      JSON.stringify([{ ...report, stage: word }]),
    ]) {
      expect(thrownBy(() => parseReports(text)).name).toBe('ReportError');
    }
  });
});
