import { runCli } from '../support/cli.ts';

const DISABLED =
  '535 5.7.139 Authentication unsuccessful, SmtpClientAuthentication is disabled for the Tenant.';

async function explain(
  args: readonly string[],
  stdin: string | Uint8Array = '',
): Promise<Awaited<ReturnType<typeof runCli>>> {
  return runCli(['explain', ...args], { stdin });
}

describe('smtp-auth-check explain', () => {
  it('says cause, meaning and next step of a reply', async () => {
    const { exitCode, stdout, stderr } = await explain([DISABLED, '--host', 'smtp.office365.com']);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^SMTP login rejected: SMTP login is disabled \(535 5\.7\.139\)$/m);
    expect(stdout).toMatch(/Verdict: +rejected, cause smtp-auth-disabled$/m);
    expect(stdout).toMatch(/Next step: +Ask an Exchange administrator/);
    expect(stdout).not.toContain('Assumed');
  });

  it('reads the lines of a reply from standard input, and says whose words it took them for', async () => {
    const text = '535-5.7.8 Username and Password not accepted.\r\n535 5.7.8  x - gsmtp\r\n';
    const { exitCode, stdout } = await explain([], text);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/Assumed: +Gmail and Google Workspace \(smtp\.gmail\.com\)/);
  });

  it('reads several lines as several arguments, and one line without quotation marks', async () => {
    const several = await explain(['535-5.7.8 Not', '535 5.7.8 accepted']);
    expect(several.stdout).toMatch(/535 5\.7\.8 Not accepted$/m);
    const unquoted = await explain(['535', '5.7.8', 'Authentication', 'failed']);
    expect(unquoted.stdout).toMatch(/535 5\.7\.8 Authentication failed$/m);
  });

  it('gives the same as JSON', async () => {
    const { stdout } = await explain([DISABLED, '--format', 'json']);
    expect(JSON.parse(stdout)).toMatchObject({
      ...{ verdict: 'rejected', cause: 'smtp-auth-disabled', code: 535, enhancedCode: '5.7.139' },
      ...{ host: 'smtp.office365.com', hostIsAssumed: true, stage: 'auth' },
    });
  });

  it('shows no control character of what was pasted', async () => {
    const { stdout } = await explain(['535 5.7.8 \u001b[31mred\u0007 ::error::x']);
    // eslint-disable-next-line no-control-regex -- these are what must not be there
    expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f]/);
    expect(stdout).toContain('\\x1b[31mred');
  });

  it.each([
    [['no code'], 'The text holds no reply of a mail server'],
    [['250 OK'], 'holds no refusal: 250 means that the server agreed'],
    [[], 'explain needs the reply of the server'],
    [['535 x', '--mechansm', 'a'], 'explain has no flag --mechansm. Did you mean --mechanism?'],
    [['535 x', '--stage', 'data'], '--stage must be greeting, ehlo'],
    [['535 x', '--host', 'https://a'], '--host must be the name alone'],
    [['535 x', '--format', 'xml'], '--format must be text or json'],
    [['535 x', '--host', '--stage'], '--host needs a value'],
    [['535 x', '--stage=auth', '--stage=mail'], '--stage is given twice'],
  ])('refuses %j', async (args, words) => {
    const { exitCode, stdout, stderr } = await explain(args);
    expect([exitCode, stdout]).toEqual([64, '']);
    expect(stderr).toContain(words);
  });

  it('refuses standard input that is not UTF-8', async () => {
    const { exitCode, stderr } = await explain([], Uint8Array.of(0x35, 0x33, 0x35, 0x20, 0xe9));
    expect(exitCode).toBe(64);
    expect(stderr).toContain('is not UTF-8');
  });

  it('has the help of the whole program', async () => {
    const { exitCode, stdout } = await explain(['--help']);
    expect(exitCode).toBe(0);
    expect(stdout).toContain('smtp-auth-check explain "REPLY"');
  });
});
