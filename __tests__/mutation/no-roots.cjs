const tls = require('node:tls');

/**
 * No test needs a public authority, and to read Node's 140 root certificates for every connection takes longer than the
 * rest of a check. This is the function that newer versions of Node have.
 */
tls.getCACertificates = () => [];
