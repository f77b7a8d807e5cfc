import { DELEGATED_REFUSALS } from './token-entra-delegated.ts';
import { FEDERATION_REFUSALS } from './token-entra-federation.ts';
import * as proof from './token-entra-proof.ts';
import { APPLICATION, RESOURCE, scope, tenant } from './token-entra-request.ts';
import type { TokenRefusal } from './token-refusal.ts';

/**
 * Refusals of Microsoft Entra by their number (https://learn.microsoft.com/entra/identity-platform/reference-error-codes).
 * A number tells more than the OAuth error beside it, which is one for many reasons.
 */

/** A proxy that inspects TLS writes the list of tenants that its network may sign in to into each request. */
const FORBIDDEN_TENANT: TokenRefusal = {
  cause: 'token-request-invalid',
  explain: () => ({
    meaning:
      'The network of this machine may not sign in to this tenant: its proxy sends a list of allowed tenants with each request (tenant restrictions). This says nothing about the credential.',
    nextStep:
      'Ask the administrator of the network to add the tenant to the list (header Restrict-Access-To-Tenants), or run the check on another network.',
  }),
};

/** Faults on Microsoft's side and requests for a pause. */
const PASSING = [50033, 50196, 90006, 90012, 90024, 90033, 90055, 90090, 90091];

const UNAVAILABLE: TokenRefusal = {
  cause: 'token-unavailable',
  explain: ({ code }) => ({
    meaning: `Microsoft Entra cannot answer now, or was asked too often (${code}).`,
    nextStep: 'Run the check again later.',
  }),
};

const OTHER_CLOUD = tenant('The tenant belongs to another national cloud.');
const NO_TENANT = tenant('The request names no tenant, or not the one of the application.');
const WRONG_SCOPE = scope('The scope of the request is not valid.');
const TWO_SERVICES = scope('The request asks for scopes of two services at once.');

export const ENTRA_REFUSALS: ReadonlyMap<number, TokenRefusal> = new Map([
  [90002, tenant('Microsoft Entra does not know this tenant.')],
  [900023, tenant('The tenant of the request is neither a tenant ID nor a domain.')],
  [50059, NO_TENANT],
  [50128, NO_TENANT],
  [90019, NO_TENANT],
  [50194, NO_TENANT],
  [500021, FORBIDDEN_TENANT],
  [500022, FORBIDDEN_TENANT],
  [90038, OTHER_CLOUD],
  [900382, OTHER_CLOUD],
  [900432, OTHER_CLOUD],
  [9001023, tenant('This grant needs one tenant, not "common" or "consumers".')],
  [700016, APPLICATION],
  [700011, APPLICATION],
  [70001, APPLICATION],
  [500011, RESOURCE],
  [500014, RESOURCE],
  [50001, RESOURCE],
  [650052, RESOURCE],
  [650057, RESOURCE],
  [70011, WRONG_SCOPE],
  [1002012, scope('The scope of the request is not valid for this grant.')],
  [650053, WRONG_SCOPE],
  [28002, WRONG_SCOPE],
  [28003, WRONG_SCOPE],
  [28000, TWO_SERVICES],
  [700022, TWO_SERVICES],
  [900144, scope('A parameter is missing in the request, most often the scope.')],
  [7000215, proof.WRONG_SECRET],
  [70002, proof.WRONG_SECRET],
  [7000222, proof.EXPIRED_SECRET],
  [7000218, proof.NO_PROOF],
  [7000216, proof.NO_PROOF],
  [700025, proof.PUBLIC_CLIENT],
  [700027, proof.CERTIFICATE],
  [700030, proof.CERTIFICATE],
  [50012, proof.CERTIFICATE],
  [50006, proof.CERTIFICATE],
  [1000502, proof.EXPIRED_CERTIFICATE],
  [700024, proof.CLOCK],
  [7000229, proof.NO_PRINCIPAL],
  [7000112, proof.DISABLED],
  ...PASSING.map((number): [number, TokenRefusal] => [number, UNAVAILABLE]),
  ...DELEGATED_REFUSALS,
  ...FEDERATION_REFUSALS,
]);
