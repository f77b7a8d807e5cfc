import { cloudOfLogin, cloudOfMailbox } from '../../src/model/microsoft-clouds.ts';
import { parseAccount } from '../../src/inputs/parse-account.ts';
import { ACCOUNT_DEFAULTS, type RawAccount } from '../../src/inputs/names.ts';
import type { TokenRequest } from '../../src/model/account.ts';

function requestOf(host: string, inputs: Partial<RawAccount> = {}): TokenRequest {
  const app = { username: 'a@b.c', 'client-id': 'app', 'client-secret': 's' };
  const { credential } = parseAccount({ ...ACCOUNT_DEFAULTS, ...app, host, ...inputs });
  if (credential.kind !== 'token-request') throw new Error(credential.kind);
  return credential.request;
}

describe('a tenant alone is asked in the cloud of its mail server', () => {
  test.each([
    ['smtp.office365.com', 'login.microsoftonline.com', 'outlook.office365.com'],
    ['SMTP.Office365.com.', 'login.microsoftonline.com', 'outlook.office365.com'],
    ['smtp.hve.mx.microsoft', 'login.microsoftonline.com', 'outlook.office365.com'],
    ['relay.example.test', 'login.microsoftonline.com', 'outlook.office365.com'],
    ['smtp.office365.us.example.test', 'login.microsoftonline.com', 'outlook.office365.com'],
    ['smtp.office365.us', 'login.microsoftonline.us', 'outlook.office365.us'],
    ['outlook-dod.office365.us', 'login.microsoftonline.us', 'outlook-dod.office365.us'],
    ['smtp.partner.outlook.cn', 'login.partner.microsoftonline.cn', 'partner.outlook.cn'],
  ])('for %s', (host, login, mail) => {
    const { endpoint, scope } = requestOf(host, { 'tenant-id': 'contoso.com' });
    expect(endpoint).toBe(`https://${login}/contoso.com/oauth2/v2.0/token`);
    expect(scope).toBe(`https://${mail}/.default`);
  });
});

describe('an endpoint that is named', () => {
  const at = (login: string): Partial<RawAccount> => ({
    'token-endpoint': `https://${login}/t/oauth2/v2.0/token`,
  });

  test.each([
    ['login.microsoftonline.us', 'smtp.office365.us', 'outlook.office365.us'],
    ['login.microsoftonline.us', 'outlook-dod.office365.us', 'outlook-dod.office365.us'],
    ['login.microsoftonline.us', 'relay.example.test', 'outlook.office365.us'],
    ['login.chinacloudapi.cn', 'smtp.partner.outlook.cn', 'partner.outlook.cn'],
    ['login.microsoftonline.com', 'smtp.office365.us', 'outlook.office365.com'],
  ])('%s for %s has its own scope without a tenant', (login, host, mail) => {
    expect(requestOf(host, at(login)).scope).toBe(`https://${mail}/.default`);
  });

  test('of somebody else has no scope that nobody gave', () => {
    expect(requestOf('smtp.office365.com', at('login.example.test')).scope).toBeUndefined();
    expect(cloudOfLogin('login.microsoftonline.com:8443')).toBeUndefined();
  });

  test('keeps the scope that is given', () => {
    const inputs = { ...at('login.microsoftonline.us'), scope: 'mine' };
    expect(requestOf('smtp.office365.us', inputs).scope).toBe('mine');
  });
});

test('a token of a user has the scope of its cloud in the advice', () => {
  expect(cloudOfMailbox('smtp.office365.us').mail.user).toBe(
    'https://outlook.office365.us/SMTP.Send',
  );
});
