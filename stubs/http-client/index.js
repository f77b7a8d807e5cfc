/** Octokit is given a fetch of our own and the toolkit's OIDC client is not called, so there is nothing to get. */
export class HttpClient {
  getAgent() {
    return undefined;
  }

  getAgentDispatcher() {
    return undefined;
  }

  getJson() {
    throw new Error('@actions/http-client is left out of this bundle');
  }
}

export class BearerCredentialHandler {
  constructor() {
    throw new Error('@actions/http-client is left out of this bundle');
  }
}
