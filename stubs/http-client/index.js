/** Never called: this action fetches its own OIDC token. It fails loudly should that change. */
function absent() {
  throw new Error('@actions/http-client is left out of this bundle');
}

export class HttpClient {
  constructor() {
    absent();
  }
}

export class BearerCredentialHandler {
  constructor() {
    absent();
  }
}
