/**
 * The token endpoints of Microsoft's clouds with the audience that each expects of a token from elsewhere
 * (https://learn.microsoft.com/entra/workload-id/workload-identity-federation-config-app-trust-managed-identity).
 */
const AUDIENCES: ReadonlyMap<string, string> = new Map([
  ['login.microsoftonline.com', 'api://AzureADTokenExchange'],
  ['login.microsoftonline.us', 'api://AzureADTokenExchangeUSGov'],
  ['login.partner.microsoftonline.cn', 'api://AzureADTokenExchangeChina'],
  ['login.chinacloudapi.cn', 'api://AzureADTokenExchangeChina'],
]);

/** Whether the address is Microsoft's own, on the usual port. */
export function isMicrosoft({ hostname, port }: URL): boolean {
  return port === '' && AUDIENCES.has(hostname);
}

/** The audience of an OIDC token that is sent to this endpoint. */
export function audienceFor({ hostname }: URL): string {
  return AUDIENCES.get(hostname) ?? 'api://AzureADTokenExchange';
}
