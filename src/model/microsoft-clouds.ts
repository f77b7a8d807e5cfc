/** One of Microsoft's clouds: a tenant, its mailboxes and its tokens are in one of them and work in no other. */
export interface MicrosoftCloud {
  /** Hosts of its token endpoints; the first one is asked where only a tenant is given. */
  readonly logins: readonly [string, ...string[]];
  /** What an OIDC token from elsewhere must be made for. */
  readonly audience: string;
  /** The scopes for SMTP, of a token of an application and of a user. */
  readonly mail: { readonly application: string; readonly user: string };
  /** The mail servers; the names below them belong to the cloud too. */
  readonly servers: readonly string[];
}

/**
 * Hosts of tokens: https://learn.microsoft.com/entra/identity-platform/authentication-national-cloud
 * Audiences: https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity
 * Scopes: https://learn.microsoft.com/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth
 * and, for the others, the names of Exchange Online in each cloud, for which tokens are asked:
 * https://learn.microsoft.com/microsoft-365/enterprise/microsoft-365-endpoints
 */
const WORLDWIDE: MicrosoftCloud = {
  logins: ['login.microsoftonline.com'],
  audience: 'api://AzureADTokenExchange',
  mail: {
    application: 'https://outlook.office365.com/.default',
    user: 'https://outlook.office.com/SMTP.Send',
  },
  servers: ['office365.com', 'outlook.com', 'mx.microsoft'],
};

const mailOf = (host: string): MicrosoftCloud['mail'] => ({
  application: `https://${host}/.default`,
  user: `https://${host}/SMTP.Send`,
});

/** GCC High. The moderate GCC is part of the worldwide cloud. */
const US_GOVERNMENT: MicrosoftCloud = {
  logins: ['login.microsoftonline.us'],
  audience: 'api://AzureADTokenExchangeUSGov',
  mail: mailOf('outlook.office365.us'),
  servers: ['smtp.office365.us', 'outlook.office365.us'],
};

const US_DEFENSE: MicrosoftCloud = {
  ...US_GOVERNMENT,
  mail: mailOf('outlook-dod.office365.us'),
  servers: ['outlook-dod.office365.us'],
};

/** Operated by 21Vianet. */
const CHINA: MicrosoftCloud = {
  logins: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
  audience: 'api://AzureADTokenExchangeChina',
  mail: mailOf('partner.outlook.cn'),
  servers: ['partner.outlook.cn'],
};

const CLOUDS = [WORLDWIDE, US_GOVERNMENT, US_DEFENSE, CHINA] as const;

/**
 * @param host of a token endpoint, with the port where it is unusual
 * @returns undefined when it is not one of Microsoft's
 */
export function cloudOfLogin(host: string): MicrosoftCloud | undefined {
  return CLOUDS.find(({ logins }) => logins.includes(host));
}

/**
 * The cloud that a mailbox is in.
 *
 * @param server host name of the mail server
 * @param login host of the token endpoint, where it is known: it decides, but the US clouds share one
 */
export function cloudOfMailbox(server: string, login = ''): MicrosoftCloud {
  const name = server.toLowerCase().replace(/\.$/, '');
  const byServer = CLOUDS.find(({ servers }) =>
    servers.some((one) => name === one || name.endsWith(`.${one}`)),
  );
  const byLogin = cloudOfLogin(login);
  if (byServer?.logins.includes(login)) return byServer;
  return byLogin ?? byServer ?? WORLDWIDE;
}

/** The audience of an OIDC token that is sent to the endpoint at this host. */
export function audienceFor(host: string): string {
  return (cloudOfLogin(host) ?? WORLDWIDE).audience;
}
