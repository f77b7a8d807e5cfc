import {
  clientIdOf,
  type TokenRefusal,
  refused,
  SIGN_IN_AGAIN,
  WITHOUT_USER,
} from './token-refusal.ts';

/** Refusals of Microsoft Entra that are about a user, or about what a user or administrator allows. */

const UNKNOWN_USER = refused(
  'The user of the refresh token does not exist in this tenant.',
  `Check that the mailbox still exists and that the tenant is its own. ${SIGN_IN_AGAIN}`,
);

const DISABLED_USER = refused(
  'The user account of the mailbox is disabled.',
  `An administrator enables it (Microsoft Entra admin center, Users). ${SIGN_IN_AGAIN} A shared mailbox has a disabled account by design: use an application with its own credentials for it.`,
);

const LOCKED_USER = refused(
  'The user account is locked, or the IP address of this machine is blocked.',
  'An administrator looks up the reason in the sign-in logs of Microsoft Entra and unlocks the account. Pause the scheduled checks until then.',
);

const EXPIRED_PASSWORD = refused(
  'The password of the user has expired, which ends the refresh token too.',
  `Set a new password. ${SIGN_IN_AGAIN}`,
);

const REVOKED = refused(
  'The refresh token was revoked: by a password change, or by an administrator who ended the sessions of the user.',
  SIGN_IN_AGAIN,
);

/** The text of a refresh token, not its state: Entra also says it of one that was revoked. */
const INVALID: TokenRefusal = {
  cause: 'token-refused',
  suspects: ['refresh-token'],
  explain: ({ grant }) =>
    grant === 'refresh-token'
      ? {
          meaning:
            'Microsoft Entra cannot read the refresh token, or it was revoked or belongs to another client.',
          nextStep: `Check that the secret behind "refresh-token" holds the whole token and nothing else. ${SIGN_IN_AGAIN}`,
        }
      : {
          meaning: 'Microsoft Entra cannot read the request.',
          nextStep:
            'Check "client-id", and that "token-endpoint" is the one of version 2.0: https://login.microsoftonline.com/TENANT_ID/oauth2/v2.0/token',
        },
};

const EXPIRED = refused(
  'The refresh token has expired: it was not renewed for too long (90 days by default).',
  `${SIGN_IN_AGAIN} This check does not store renewed refresh tokens. ${WITHOUT_USER}`,
);

const EXPIRED_SPA = refused(
  'The refresh token has expired: one of a single-page application lasts 24 hours.',
  'Register the redirect URI under the platform "Web" or "Mobile and desktop", then sign in again and store the new refresh token.',
);

const SIGN_IN_FREQUENCY = refused(
  'The refresh token has expired: a Conditional Access policy limits how long a sign-in lasts.',
  `${SIGN_IN_AGAIN} To end this, exclude the mailbox from the sign-in frequency policy. ${WITHOUT_USER}`,
);

const SECOND_FACTOR = refused(
  'Multifactor authentication is required, and a refresh token alone cannot provide it.',
  `Sign in as the mailbox again with the second factor and store the new refresh token. ${WITHOUT_USER}`,
);

const REGISTER_FACTOR = refused(
  'The user must register for multifactor authentication first.',
  `Sign in as the mailbox in a browser, register the second factor, and store the new refresh token. ${WITHOUT_USER}`,
);

const NOT_ASSIGNED = refused(
  'The user is not assigned to the application, which requires it.',
  'An administrator assigns the user (Enterprise applications, Users and groups), or sets "Assignment required?" to No.',
);

const CONDITIONAL_ACCESS: TokenRefusal = {
  cause: 'token-refused',
  explain: ({ grant }) =>
    grant === 'client-credentials'
      ? {
          meaning:
            'A Conditional Access policy for workload identities blocks this application, often because of the IP address of this machine. A new secret would not help.',
          nextStep:
            'An administrator finds the policy in Microsoft Entra, Sign-in logs, Service principal sign-ins, and excludes the application. Or run the check from an allowed address: GitHub-hosted runners have a different one on every run.',
        }
      : {
          meaning:
            'A Conditional Access policy blocks this sign-in. A new refresh token would not help.',
          nextStep:
            'An administrator finds the policy in the sign-in logs of Microsoft Entra and excludes the mailbox or the application.',
        },
};

const CONSENT: TokenRefusal = {
  cause: 'token-refused',
  explain: (request) => {
    const command = `az ad app permission admin-consent --id ${clientIdOf(request)}`;
    if (request.grant === 'client-credentials') {
      return {
        meaning: 'No administrator has consented to the permissions of this application.',
        nextStep: `Add the application permission SMTP.SendAsApp of Office 365 Exchange Online and consent to it: ${command}`,
      };
    }
    return {
      meaning: 'Nobody has consented to the delegated permission SMTP.Send for this application.',
      nextStep: `Add the delegated permission SMTP.Send and consent to it, as the user at the sign-in or as an administrator: ${command}. Then store the new refresh token.`,
    };
  },
};

export const DELEGATED_REFUSALS: readonly [number, TokenRefusal][] = [
  [50034, UNKNOWN_USER],
  [50020, UNKNOWN_USER],
  [51004, UNKNOWN_USER],
  [16003, UNKNOWN_USER],
  [50057, DISABLED_USER],
  [50053, LOCKED_USER],
  [50055, EXPIRED_PASSWORD],
  [50144, EXPIRED_PASSWORD],
  [50135, EXPIRED_PASSWORD],
  [50132, REVOKED],
  [50133, REVOKED],
  [50173, REVOKED],
  [70000, INVALID],
  [9002313, INVALID],
  [90023, INVALID],
  [70008, EXPIRED],
  [700082, EXPIRED],
  [50089, EXPIRED],
  [700084, EXPIRED_SPA],
  [70043, SIGN_IN_FREQUENCY],
  [50074, SECOND_FACTOR],
  [50076, SECOND_FACTOR],
  [50078, SECOND_FACTOR],
  [50158, SECOND_FACTOR],
  [50072, REGISTER_FACTOR],
  [50079, REGISTER_FACTOR],
  [53004, REGISTER_FACTOR],
  [50105, NOT_ASSIGNED],
  [50005, CONDITIONAL_ACCESS],
  [50097, CONDITIONAL_ACCESS],
  [50129, CONDITIONAL_ACCESS],
  [50131, CONDITIONAL_ACCESS],
  [53000, CONDITIONAL_ACCESS],
  [53001, CONDITIONAL_ACCESS],
  [53002, CONDITIONAL_ACCESS],
  [53003, CONDITIONAL_ACCESS],
  [53011, CONDITIONAL_ACCESS],
  [530003, CONDITIONAL_ACCESS],
  [530032, CONDITIONAL_ACCESS],
  [530034, CONDITIONAL_ACCESS],
  [65001, CONSENT],
  [65004, CONSENT],
  [650056, CONSENT],
  [65005, CONSENT],
  [90094, CONSENT],
  [90095, CONSENT],
];
