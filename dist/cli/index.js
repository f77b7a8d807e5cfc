#!/usr/bin/env node
import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 69:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _cli_run_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(325);

// The await is a safety: should the promise never settle, Node exits with 13 and not with 0.
await (0,_cli_run_js__WEBPACK_IMPORTED_MODULE_0__/* .runCli */ .a)(process.argv.slice(2));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 325:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  a: () => (/* binding */ runCli)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: ./lib/smtp/account.js
/** One account to check: the validated question. Nothing in it is guessed or repaired later on. */
/** The mechanisms a user may name; `auto` chooses from what the server offers. */
const MECHANISMS = [
    'auto',
    'LOGIN',
    'PLAIN',
    'CRAM-MD5',
    'SCRAM-SHA-1',
    'SCRAM-SHA-256',
    'SCRAM-SHA-256-PLUS',
    'XOAUTH2',
    'OAUTHBEARER',
    'EXTERNAL',
];
/** RFC 8996 retired TLS 1.0 and 1.1, so they cannot be asked for. */
const TLS_VERSIONS = ['TLSv1.2', 'TLSv1.3'];

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:net"
const external_node_net_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");
;// CONCATENATED MODULE: external "node:url"
const external_node_url_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");
;// CONCATENATED MODULE: ./lib/values.js




/** The grammar of each kind of input value. Every function throws an Error that says what is wrong and allowed. */
const MAX_QUOTED = 60;
/** A value as a message may repeat it. Never used for a secret. */
function quote(value) {
    const cut = value.length > MAX_QUOTED ? `${value.slice(0, MAX_QUOTED)}…` : value;
    return JSON.stringify(cut);
}
function parseChoice(value, allowed) {
    const found = allowed.find((choice) => choice.toLowerCase() === value.toLowerCase());
    if (found !== undefined)
        return found;
    throw new Error(`${quote(value)} is not one of ${allowed.join(', ')}`);
}
function parseBoolean(value) {
    return parseChoice(value, ['true', 'false']) === 'true';
}
function parseInteger(value, min, max) {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN;
    if (number >= min && number <= max)
        return number;
    throw new Error(`${quote(value)} is not a whole number from ${min} to ${max}`);
}
/** @returns milliseconds */
function parseSeconds(value, max) {
    const seconds = /^\d{1,9}(\.\d{1,3})?$/.test(value) ? Number(value) : NaN;
    if (seconds > 0 && seconds <= max)
        return seconds * 1000;
    throw new Error(`${quote(value)} is not a number of seconds above 0 and up to ${max}`);
}
const DNS_LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/i;
/** A host name (international names become ASCII) or an IP address; brackets around IPv6 are taken off. */
function parseHost(value) {
    if (value === '')
        throw new Error('is empty; give the name of the mail server');
    if (/^[a-z][a-z0-9+.-]*:\/\//i.test(value)) {
        // Not quoted: such an address often holds a password.
        throw new Error('is a URL; give the name alone, such as smtp.example.com');
    }
    const bare = /^\[(.*)\]$/.exec(value)?.[1] ?? value;
    if ((0,external_node_net_namespaceObject.isIP)(bare) !== 0)
        return bare;
    if (/^[^:]+:\d+$/.test(value)) {
        throw new Error(`${quote(value)} includes a port; give it in the input "port"`);
    }
    const name = /[\s/@:[\]%?#\\]/.test(value) ? '' : (0,external_node_url_namespaceObject.domainToASCII)(value);
    const labels = name.replace(/\.$/, '').split('.');
    // RFC 1035 section 2.3.4: 63 octets a label, 255 a name.
    const isName = name.length <= 253 && labels.every((label) => DNS_LABEL.test(label));
    // RFC 3696 section 2: a top-level domain is never all digits; such a name is a mistyped address.
    if (isName && !/^\d+$/.test(labels.at(-1) ?? ''))
        return name;
    if (value.includes('@'))
        throw new Error('holds an "@"; give the name of the mail server alone');
    throw new Error(`${quote(value)} is not a host name or IP address`);
}
/** RFC 5321 section 4.1.2: a domain or an address literal. */
function parseEhloName(value) {
    if (/^\[[0-9A-Za-z.:-]+\]$/.test(value))
        return value;
    const name = (0,external_node_url_namespaceObject.domainToASCII)(value);
    if (name !== '' && name.split('.').every((label) => DNS_LABEL.test(label)))
        return name;
    throw new Error(`${quote(value)} is not a domain name or an address literal such as [192.0.2.1]`);
}
/** @returns 64 lower-case hex digits */
function parseFingerprint(value) {
    const hex = value
        .replace(/^sha-?256[:=\s]*(fingerprint=)?/i, '')
        .replace(/[:\s]/g, '')
        .toLowerCase();
    if (/^[0-9a-f]{64}$/.test(hex))
        return hex;
    throw new Error(`${quote(value)} is not a SHA-256 fingerprint: 64 hex digits, with or without colons`);
}
const PEM_CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;
/** Certificates as PEM text, or a path to a file of them. */
function parseCertificates(value) {
    const isText = value.includes('-----BEGIN');
    const text = isText ? value : readText(value);
    const blocks = text.match(PEM_CERTIFICATE);
    if (!blocks)
        throw new Error(`${isText ? 'the text' : quote(value)} holds no PEM certificate`);
    blocks.forEach((block, index) => {
        try {
            new external_node_crypto_namespaceObject.X509Certificate(block);
        }
        catch {
            throw new Error(`certificate ${index + 1} cannot be read; is the PEM text cut or indented?`);
        }
    });
    return blocks.join('\n');
}
function readText(path) {
    try {
        return (0,external_node_fs_namespaceObject.readFileSync)(path, 'utf8');
    }
    catch (error) {
        const { code } = error;
        throw new Error(`${quote(path)} is neither PEM text nor a readable file (${code ?? 'error'})`, {
            cause: error,
        });
    }
}
/** A user name or secret, sent as given; only what no mechanism can carry is refused. */
function parseUsername(value) {
    if (value === '')
        throw new Error(`is empty. ${EMPTY_SECRET}`);
    if (/[\r\n\0]/.test(value))
        throw new Error('holds a line break or NUL; remove it');
    return value;
}
/** RFC 4616 section 2: a NUL ends a field, so a password cannot hold one. */
function parsePassword(value) {
    if (value === '')
        throw new Error(`is empty. ${EMPTY_SECRET}`);
    if (value.includes('\0'))
        throw new Error('holds a NUL character, which no login can carry');
    return value;
}
const EMPTY_SECRET = 'A repository secret is empty when its name is misspelt, when it lives in an environment that the job does not name, and always in runs for pull requests from forks and from Dependabot';

;// CONCATENATED MODULE: ./lib/accounts.js


/**
 * The inputs that describe one account, with their defaults. `action.yml` has the same names and
 * defaults; a test holds the two together.
 */
const ACCOUNT_DEFAULTS = {
    host: '',
    port: '587',
    starttls: 'required',
    'implicit-tls': 'auto',
    username: '',
    password: '',
    mechanism: 'auto',
    timeout: '30',
    retries: '2',
    'ehlo-name': '',
    'tls-ca': '',
    'tls-servername': '',
    'tls-min-version': 'TLSv1.2',
    'tls-fingerprint': '',
    'certificate-warn-days': '14',
    'allow-cleartext-auth': 'false',
    expect: 'accepted',
};
/** Thrown with everything that is wrong, so that a user need not fix one input a run. */
class InputError extends Error {
    name = 'InputError';
    problems;
    constructor(problems) {
        super(problems.map(({ input, message }) => `${input}: ${message}`).join('; '));
        this.problems = problems;
    }
}
/** An hour; a check that takes longer is no check. */
const MAX_TIMEOUT_SECONDS = 3600;
const MAX_RETRIES = 10;
/** Ports on which TLS is spoken from the first byte: RFC 8314, and two providers' alternatives to 465. */
const IMPLICIT_TLS_PORTS = [465, 2465, 8465];
/**
 * Validates one account.
 *
 * @throws InputError naming every input that is wrong
 */
function parseAccount(raw) {
    const problems = [];
    const read = (input, parse, otherwise) => {
        try {
            return parse(raw[input] === '' ? ACCOUNT_DEFAULTS[input] : raw[input]);
        }
        catch (error) {
            problems.push({ input, message: error.message });
            return otherwise;
        }
    };
    const port = read('port', (value) => parseInteger(value, 1, 65535), 0);
    const account = {
        host: read('host', parseHost, ''),
        port,
        tlsMode: readTlsMode(read, port),
        tls: readTlsPolicy(read),
        username: read('username', parseUsername, ''),
        password: read('password', parsePassword, ''),
        mechanism: read('mechanism', (value) => parseChoice(value, MECHANISMS), 'auto'),
        allowCleartextAuth: read('allow-cleartext-auth', parseBoolean, false),
        timeoutMs: read('timeout', (value) => parseSeconds(value, MAX_TIMEOUT_SECONDS), 0),
        retries: read('retries', (value) => parseInteger(value, 0, MAX_RETRIES), 0),
        ...optional('ehloName', read('ehlo-name', orAbsent(parseEhloName), undefined)),
        certificateWarnDays: read('certificate-warn-days', (value) => parseInteger(value, 0, 3650), 0),
        expect: read('expect', (value) => parseChoice(value, ['accepted', 'rejected']), 'accepted'),
    };
    if (problems.length === 0)
        problems.push(...contradictions(account));
    if (problems.length > 0)
        throw new InputError(problems);
    return account;
}
function readTlsMode(read, port) {
    const implicit = read('implicit-tls', (value) => parseChoice(value, ['auto', 'true', 'false']), 'auto');
    const starttls = read('starttls', (value) => parseChoice(value, ['required', 'never', 'true', 'false']), 'required');
    if (implicit === 'true' || (implicit === 'auto' && IMPLICIT_TLS_PORTS.includes(port)))
        return 'implicit';
    return starttls === 'required' || starttls === 'true' ? 'starttls' : 'none';
}
function readTlsPolicy(read) {
    return {
        minVersion: read('tls-min-version', (value) => parseChoice(value, TLS_VERSIONS), 'TLSv1.2'),
        ...optional('serverName', read('tls-servername', orAbsent(parseHost), undefined)),
        ...optional('ca', read('tls-ca', orAbsent(parseCertificates), undefined)),
        ...optional('fingerprint', read('tls-fingerprint', orAbsent(parseFingerprint), undefined)),
    };
}
function orAbsent(parse) {
    return (value) => (value === '' ? undefined : parse(value));
}
function optional(key, value) {
    return value === undefined ? {} : { [key]: value };
}
/** Inputs that are right one by one and cannot work together. */
function contradictions({ tlsMode, allowCleartextAuth }) {
    if (tlsMode !== 'none' || allowCleartextAuth)
        return [];
    const message = '"never" would send the password in clear text. Use "required", or "implicit-tls: true"; only for a test server on your own network set "allow-cleartext-auth: true"';
    return [{ input: 'starttls', message }];
}

;// CONCATENATED MODULE: ./lib/config-result.js

/** The answer when nothing could be tried: the inputs are wrong. A wrong value is not repeated in it. */
function configResult(raw, { problems }) {
    const isWrong = new Set(problems.map(({ input }) => input));
    const isEmpty = problems.some(({ input }) => SECRETS.has(input) && raw[input] === '');
    const detail = problems.map(({ input, message }) => `Input "${input}": ${message}.`).join(' ');
    return {
        account: {
            host: isWrong.has('host') ? '' : raw.host,
            port: isWrong.has('port') ? 0 : Number(raw.port || ACCOUNT_DEFAULTS.port),
            username: isWrong.has('username') ? '' : raw.username,
            tlsMode: 'starttls',
            mechanism: 'auto',
            certificateWarnDays: 0,
            expect: 'accepted',
        },
        verdict: 'config',
        trouble: { problem: isEmpty ? 'secret-empty' : 'input-invalid', detail },
        offered: [],
        authSent: false,
        credentialSent: false,
        stages: [],
        durationMs: 0,
        transcript: [],
        earlierTries: [],
    };
}
const SECRETS = new Set(['username', 'password']);

;// CONCATENATED MODULE: external "node:timers/promises"
const promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:timers/promises");
;// CONCATENATED MODULE: ./lib/smtp/problem.js
/**
 * Everything that can go wrong, and the verdict each problem leads to. A verdict is never chosen
 * anywhere else: whoever notices a problem names it, and this table judges.
 */
const PROBLEMS = {
    'credential-refused': 'rejected',
    'temporary-failure': 'temporary',
    throttled: 'temporary',
    'timed-out': 'timeout',
    'name-not-found': 'unreachable',
    'name-lookup-failed': 'unreachable',
    'connection-refused': 'unreachable',
    'network-unreachable': 'unreachable',
    'connection-lost': 'unreachable',
    'service-refused': 'unreachable',
    'starttls-missing': 'tls',
    'starttls-refused': 'tls',
    'starttls-injection': 'tls',
    'tls-not-spoken': 'tls',
    'tls-version': 'tls',
    'tls-handshake': 'tls',
    'tls-required': 'tls',
    'client-certificate-required': 'tls',
    'certificate-expired': 'tls',
    'certificate-not-yet-valid': 'tls',
    'certificate-name-mismatch': 'tls',
    'certificate-self-signed': 'tls',
    'certificate-unknown-ca': 'tls',
    'certificate-wrong-usage': 'tls',
    'certificate-weak': 'tls',
    'certificate-pin-mismatch': 'tls',
    'certificate-untrusted': 'tls',
    'tls-expected': 'protocol',
    'not-smtp': 'protocol',
    'malformed-reply': 'protocol',
    'reply-too-long': 'protocol',
    'unsolicited-bytes': 'protocol',
    'unexpected-reply': 'protocol',
    'ehlo-refused': 'protocol',
    'challenge-not-understood': 'protocol',
    'too-many-challenges': 'protocol',
    'premature-success': 'protocol',
    'auth-not-offered': 'unsupported',
    'mechanism-not-offered': 'unsupported',
    'mechanism-refused': 'unsupported',
    'input-invalid': 'config',
    'secret-empty': 'config',
    cancelled: 'cancelled',
};
/** Thrown inside a check, caught once in `check()`. It says what happened, never what it means. */
class Failure extends Error {
    name = 'Failure';
    problem;
    reply;
    detail;
    constructor(problem, facts = {}) {
        super(problem, { cause: facts.cause });
        this.problem = problem;
        this.reply = facts.reply;
        this.detail = facts.detail;
    }
    get verdict() {
        return PROBLEMS[this.problem];
    }
}

;// CONCATENATED MODULE: ./lib/smtp/redact.js
const REDACTED = '[redacted]';
const WITHHELD = '[withheld: the server repeated the credential]';
const TOO_SHORT = '[withheld: the secret is too short to be found in a text]';
/** Below this many characters a secret occurs in innocent words, so texts are withheld instead. */
const MIN_SECRET_LENGTH = 4;
/** A secret taken apart by blanks or line ends is looked for from this many letters and digits on. */
const MIN_SQUEEZED_LENGTH = 6;
/**
 * Makes the function that hides `secrets` in whatever a server says: as given, in Base64 at every
 * alignment, Base64url, hex, URL, JSON, HTML and Markdown escapes, in any letter case. Where a secret
 * appears only after blanks and punctuation are dropped, the whole text is withheld.
 */
function createRedact(secrets) {
    const given = secrets.filter((secret) => secret !== '');
    if (given.some((secret) => secret.length < MIN_SECRET_LENGTH))
        return () => TOO_SHORT;
    const needles = [...new Set(given.flatMap(spellings))]
        .filter((needle) => needle.length >= MIN_SECRET_LENGTH)
        .sort((a, b) => b.length - a.length);
    const squeezed = needles.map(squeeze).filter((needle) => needle.length >= MIN_SQUEEZED_LENGTH);
    if (needles.length === 0)
        return (text) => text;
    const pattern = new RegExp(needles.map(escapeRegExp).join('|'), 'giu');
    return (text) => {
        const redacted = text.replace(pattern, REDACTED);
        const dense = squeeze(redacted);
        return squeezed.some((needle) => dense.includes(needle)) ? WITHHELD : redacted;
    };
}
/** Redacts a reply as one text, so that a secret split over its lines is found too. */
function redactReply(reply, redact) {
    const text = redact(reply.lines.join('\n'));
    return { ...reply, lines: text.split('\n') };
}
/** Every spelling of a secret that a server could answer with and a reader could undo. */
function spellings(secret) {
    const bytes = Buffer.from(secret, 'utf8');
    const json = JSON.stringify(secret).slice(1, -1);
    return [
        secret,
        secret.trim(),
        ...[0, 1, 2].flatMap((shift) => base64At(bytes, shift)),
        bytes.toString('hex'),
        encodeURIComponent(bytes.toString('utf8')),
        json,
        json.replaceAll("'", "\\'"),
        escapeHtml(secret),
        bytes.toString('latin1'),
    ];
}
/** The Base64 characters that depend on `bytes` alone when `shift` other bytes come before them. */
function base64At(bytes, shift) {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const start = shift === 0 ? 0 : shift + 1;
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    const core = encoded.slice(start, whole);
    return [core, core.replaceAll('+', '-').replaceAll('/', '_')];
}
function escapeHtml(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;')
        .replaceAll("'", '&#39;');
}
function squeeze(text) {
    return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
function escapeRegExp(text) {
    return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

;// CONCATENATED MODULE: external "node:tls"
const external_node_tls_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");
var external_node_tls_namespaceObject_0 = /*#__PURE__*/__nccwpck_require__.t(external_node_tls_namespaceObject, 2);
;// CONCATENATED MODULE: ./lib/smtp/certificate.js


/** OpenSSL's verification results as Node names them (`node:tls`, "X509 certificate error codes"). */
const PROBLEM_OF_CODE = {
    CERT_HAS_EXPIRED: 'certificate-expired',
    CERT_NOT_YET_VALID: 'certificate-not-yet-valid',
    ERR_TLS_CERT_ALTNAME_INVALID: 'certificate-name-mismatch',
    DEPTH_ZERO_SELF_SIGNED_CERT: 'certificate-self-signed',
    SELF_SIGNED_CERT_IN_CHAIN: 'certificate-unknown-ca',
    UNABLE_TO_GET_ISSUER_CERT: 'certificate-unknown-ca',
    UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'certificate-unknown-ca',
    UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'certificate-unknown-ca',
    INVALID_PURPOSE: 'certificate-wrong-usage',
};
/**
 * Judges the certificate of a finished handshake. Only a return means the peer is verified.
 *
 * @throws Failure with a `certificate-…` problem, before which nothing has been sent
 */
function verifyPeer(socket, facts, policy) {
    if (policy.fingerprint !== undefined) {
        if (facts.fingerprint === policy.fingerprint)
            return;
        throw new Failure('certificate-pin-mismatch');
    }
    if (socket.authorized)
        return;
    // Node sets a code string here, or an Error for a name mismatch; its type says Error only.
    const reason = socket.authorizationError;
    const code = typeof reason === 'string' ? reason : reason.code;
    throw new Failure(PROBLEM_OF_CODE[code ?? ''] ?? 'certificate-untrusted', {
        detail: code ?? 'unknown reason',
    });
}
/**
 * RFC 9525 section 6.3: only subjectAltName counts. Node would fall back to the common name, which
 * certificate authorities have not vouched for since 2015.
 */
function checkServerName(name, certificate) {
    if (!certificate.subjectaltname) {
        const error = new Error('the certificate has no subjectAltName');
        error.code = 'ERR_TLS_CERT_ALTNAME_INVALID';
        return error;
    }
    return (0,external_node_tls_namespaceObject.checkServerIdentity)(name, certificate);
}
/**
 * What the certificate and the channel are. To be called once a connection: in Node 20 a second
 * getPeerX509Certificate() finds the certificate taken out of the chain and returns nothing.
 *
 * @throws Failure when the server presented no certificate
 */
function describePeer(socket) {
    const certificate = socket.getPeerX509Certificate();
    if (!certificate)
        throw new Failure('certificate-untrusted', { detail: 'no certificate' });
    return {
        version: socket.getProtocol() ?? 'unknown',
        cipher: socket.getCipher().standardName,
        issuer: certificate.issuer.replaceAll('\n', ', '),
        names: certificate.subjectAltName?.split(', ') ?? [],
        validFrom: new Date(certificate.validFrom),
        validTo: new Date(certificate.validTo),
        fingerprint: certificate.fingerprint256.replaceAll(':', '').toLowerCase(),
        verified: false,
    };
}

;// CONCATENATED MODULE: ./lib/smtp/connect.js


/**
 * Milliseconds one of several addresses may take before the next one is tried. Node gives an attempt
 * up at this limit, so it is well above any honest round trip and the 1 s in which a lost SYN is sent
 * again (RFC 6298 section 2.1); the last address has until the deadline.
 */
const ADDRESS_ATTEMPT_MS = 1500;
/**
 * Opens a TCP connection to the first address of `host` that answers, IPv6 and IPv4 in turn.
 *
 * @throws Failure with an `unreachable` problem; with the signal's reason when it is aborted
 */
function connect(host, port, signal) {
    const options = { host, port, noDelay: true };
    if ((0,external_node_net_namespaceObject.isIP)(host) === 0) {
        options.autoSelectFamily = true;
        options.autoSelectFamilyAttemptTimeout = ADDRESS_ATTEMPT_MS;
    }
    return new Promise((resolve, reject) => {
        const socket = (0,external_node_net_namespaceObject.connect)(options);
        const settle = (act) => {
            signal.removeEventListener('abort', onAbort);
            socket.removeListener('error', onError);
            act();
        };
        const onError = (error) => {
            settle(() => {
                reject(lostConnection(error));
            });
        };
        const onAbort = () => {
            settle(() => {
                socket.on('error', () => undefined); // a late error of a socket that nobody wants any more
                socket.destroy();
                reject(signal.reason);
            });
        };
        socket.once('error', onError);
        socket.once('connect', () => {
            settle(() => {
                resolve(socket);
            });
        });
        signal.addEventListener('abort', onAbort, { once: true });
    });
}
/** libuv and c-ares codes (node:os constants, `man 3 getaddrinfo`) by what they mean to a user. */
const connect_PROBLEM_OF_CODE = {
    ENOTFOUND: 'name-not-found',
    EAI_AGAIN: 'name-lookup-failed',
    EAI_FAIL: 'name-lookup-failed',
    ESERVFAIL: 'name-lookup-failed',
    ECONNREFUSED: 'connection-refused',
    EHOSTUNREACH: 'network-unreachable',
    ENETUNREACH: 'network-unreachable',
    EADDRNOTAVAIL: 'network-unreachable',
    EACCES: 'network-unreachable',
    EPERM: 'network-unreachable',
    ETIMEDOUT: 'network-unreachable',
};
/** The Failure for a connection that could not be made or broke. */
function lostConnection(error) {
    const problem = connect_PROBLEM_OF_CODE[error.code ?? ''] ?? 'connection-lost';
    const attempts = error instanceof AggregateError ? error.errors : [error];
    const detail = attempts.map((attempt) => attempt.message).join('; ');
    return new Failure(problem, { detail, cause: error });
}

;// CONCATENATED MODULE: ./lib/smtp/reply.js

/** RFC 5321 section 4.5.3.1.5 says 512; real EHLO and challenge lines are longer, 8 KiB is ample. */
const MAX_LINE_BYTES = 8 * 1024;
/** As curl's limit for one reply (lib/curlx/dynbuf.h, DYN_PINGPPONG_CMD: 64 KiB). */
const MAX_REPLY_BYTES = 64 * 1024;
/** The longest EHLO replies seen have some 30 lines. */
const MAX_REPLY_LINES = 500;
const LF = 0x0a;
const CR = 0x0d;
const REPLY_LINE = /^([2-5]\d\d)(?:([ -])(.*))?$/s;
/** What the first bytes of a reply line may be; lets a stranger be known before its line ends. */
const REPLY_START = /^(?:[2-5](?:\d(?:\d(?:[ -].*|\r)?)?)?)?$/s;
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/;
/**
 * Turns bytes into replies. Pure and bounded: it throws a Failure (`not-smtp`, `tls-expected`,
 * `malformed-reply`, `reply-too-long`) as soon as the bytes cannot become a legal reply.
 */
class ReplyReader {
    #buffer = Buffer.alloc(0);
    #lines = [];
    #code = '';
    #bytes = 0;
    #awaitsGreeting;
    /** @param awaitsGreeting whether the first reply is the greeting, where a stranger shows himself */
    constructor(awaitsGreeting = false) {
        this.#awaitsGreeting = awaitsGreeting;
    }
    /** Whether the greeting is still to come. */
    get awaitsGreeting() {
        return this.#awaitsGreeting;
    }
    /** Bytes received that no reply has used up yet. */
    get pending() {
        return this.#buffer.length + this.#bytes;
    }
    /** True when the bytes left over are the start of a 421, the one reply a server may volunteer. */
    get pendingShutdown() {
        return this.#bytes === 0 && this.#buffer.subarray(0, 3).toString('latin1') === '421';
    }
    push(chunk) {
        this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk]);
    }
    /** The next complete reply, or undefined when more bytes are needed. */
    next() {
        for (;;) {
            const end = this.#buffer.indexOf(LF);
            if (end === -1) {
                this.#checkPartial();
                return undefined;
            }
            if (end >= MAX_LINE_BYTES)
                throw new Failure('reply-too-long');
            const line = this.#takeLine(end);
            const reply = this.#addLine(line);
            if (reply)
                return reply;
        }
    }
    #takeLine(end) {
        // RFC 5321 wants CRLF; a bare LF is no danger to a client that reads in lock-step.
        const stop = end > 0 && this.#buffer[end - 1] === CR ? end - 1 : end;
        const line = this.#buffer.toString('utf8', 0, stop);
        this.#buffer = this.#buffer.subarray(end + 1);
        this.#bytes += end + 1;
        if (this.#bytes > MAX_REPLY_BYTES)
            throw new Failure('reply-too-long');
        return line;
    }
    #addLine(line) {
        const match = REPLY_LINE.exec(line);
        if (!match)
            throw this.#malformed(line);
        const [, code = '', separator = ' ', text = ''] = match;
        if (this.#lines.length > 0 && code !== this.#code)
            throw this.#malformed(line);
        this.#code = code;
        this.#lines.push(text);
        if (this.#lines.length > MAX_REPLY_LINES)
            throw new Failure('reply-too-long');
        if (separator === '-')
            return undefined;
        return this.#complete();
    }
    #complete() {
        const lines = this.#lines;
        const enhanced = ENHANCED.exec(lines[0] ?? '')?.[1];
        this.#lines = [];
        this.#bytes = 0;
        this.#awaitsGreeting = false;
        return { code: Number(this.#code), ...(enhanced && { enhanced }), lines };
    }
    #checkPartial() {
        if (this.#buffer.length >= MAX_LINE_BYTES)
            throw new Failure('reply-too-long');
        if (this.#bytes + this.#buffer.length > MAX_REPLY_BYTES)
            throw new Failure('reply-too-long');
        const start = this.#buffer.toString('latin1', 0, 4);
        if (!REPLY_START.test(start))
            throw this.#malformed(this.#buffer.toString('utf8'));
    }
    #malformed(line) {
        // A TLS record starts with its type (20 to 23) and major version 3 (RFC 8446 section 5.1).
        const [type = 0, version] = Buffer.from(line, 'latin1');
        if (type >= 20 && type <= 23 && version === 3)
            return new Failure('tls-expected');
        const isStranger = this.#awaitsGreeting && this.#lines.length === 0;
        return new Failure(isStranger ? 'not-smtp' : 'malformed-reply', { detail: line });
    }
}
/** The reply's words alone: lines joined, the repeated enhanced status code dropped. */
function replyText(reply) {
    return reply.lines
        .map((line) => line.replace(ENHANCED, '').trim())
        .filter(Boolean)
        .join(' ');
}

;// CONCATENATED MODULE: ./lib/smtp/trust.js


/**
 * The CA certificates to trust when the user adds their own: an explicit `ca` replaces Node's list, so
 * the list (with NODE_EXTRA_CA_CERTS) is put in front of it.
 *
 * @param extra PEM text
 * @returns undefined when nothing is added and Node's own default is right
 */
function trustedCertificates(extra) {
    if (extra === undefined)
        return undefined;
    return [...defaultCertificates(), extra];
}
function defaultCertificates() {
    // tls.getCACertificates came with Node 22.15; before it the extra file has to be read here.
    const { getCACertificates } = external_node_tls_namespaceObject_0;
    if (getCACertificates)
        return getCACertificates('default');
    const file = process.env['NODE_EXTRA_CA_CERTS'];
    return file ? [...external_node_tls_namespaceObject.rootCertificates, (0,external_node_fs_namespaceObject.readFileSync)(file, 'utf8')] : external_node_tls_namespaceObject.rootCertificates;
}

;// CONCATENATED MODULE: ./lib/smtp/tls.js






/**
 * OpenSSL security level 2 refuses RSA keys below 2048 bits and SHA-1 signatures anywhere in the
 * chain (`man 3 SSL_CTX_set_security_level`; NIST SP 800-131A). Node 20 would accept both.
 */
const CIPHERS = `${external_node_tls_namespaceObject.DEFAULT_CIPHERS}:@SECLEVEL=2`;
/**
 * Runs the TLS handshake over `socket`. The certificate is NOT judged here: `verifyPeer` must be called
 * before anything is written, and Wire is the only caller of both.
 *
 * @throws Failure with a `tls` problem, or `unreachable` when the connection was lost meanwhile
 */
function handshake(socket, host, policy, signal) {
    return new Promise((resolve, reject) => {
        const secured = (0,external_node_tls_namespaceObject.connect)({ ...connectionOptions(host, policy), socket });
        const settle = (act) => {
            signal.removeEventListener('abort', onAbort);
            secured.removeListener('error', onError);
            secured.removeListener('close', onClose);
            act();
        };
        const fail = (error) => {
            settle(() => {
                secured.on('error', () => undefined); // a late error of a socket that nobody wants any more
                secured.destroy();
                reject(error);
            });
        };
        const onError = (error) => {
            fail(tlsFailure(error));
        };
        const onClose = () => {
            fail(new Failure('connection-lost'));
        };
        const onAbort = () => {
            fail(signal.reason);
        };
        secured.on('error', onError);
        secured.on('close', onClose);
        signal.addEventListener('abort', onAbort, { once: true });
        secured.once('secureConnect', () => {
            settle(() => {
                resolve(secured);
            });
        });
    });
}
function connectionOptions(host, policy) {
    const name = policy.serverName ?? host;
    const ca = trustedCertificates(policy.ca);
    return {
        host: name,
        // RFC 6066 section 3: an address must not be sent as SNI.
        ...((0,external_node_net_namespaceObject.isIP)(name) === 0 && { servername: name.replace(/\.$/, '') }),
        ...(ca && { ca }),
        minVersion: policy.minVersion,
        ciphers: CIPHERS,
        checkServerIdentity: checkServerName,
        // The handshake must end so that a bad certificate can be shown to the user and a pin compared.
        // verifyPeer() decides right after it, and Wire lets nothing out before that.
        rejectUnauthorized: false,
    };
}
const tls_PROBLEM_OF_CODE = {
    ERR_SSL_WRONG_VERSION_NUMBER: 'tls-not-spoken',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'tls-not-spoken',
    ERR_SSL_UNSUPPORTED_PROTOCOL: 'tls-version',
    ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION: 'tls-version',
    ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED: 'client-certificate-required',
    ERR_SSL_EE_KEY_TOO_SMALL: 'certificate-weak',
    ERR_SSL_CA_KEY_TOO_SMALL: 'certificate-weak',
    ERR_SSL_CA_MD_TOO_WEAK: 'certificate-weak',
    EE_KEY_TOO_SMALL: 'certificate-weak',
    CA_KEY_TOO_SMALL: 'certificate-weak',
    CA_MD_TOO_WEAK: 'certificate-weak',
    ERR_SSL_DH_KEY_TOO_SMALL: 'certificate-weak',
};
/** The Failure for an error that a TLS socket reports, in the handshake or later. */
function tlsFailure(error) {
    const code = error.code ?? '';
    const known = tls_PROBLEM_OF_CODE[code];
    if (known)
        return new Failure(known, { detail: code, cause: error });
    const isTls = code.startsWith('ERR_SSL') || code.startsWith('ERR_TLS') || code === 'EPROTO';
    if (isTls)
        return new Failure('tls-handshake', { detail: code, cause: error });
    return lostConnection(error);
}

;// CONCATENATED MODULE: ./lib/smtp/wire.js






/** A command may hold printable ASCII only (RFC 5321 section 4.1.2): no CR, LF or NUL can be smuggled in. */
const COMMAND = /^[\x20-\x7e]*$/;
/**
 * The one place that touches the network: commands out, replies in, the change to TLS. It reads on
 * demand only, so a flood stays in the kernel, and it holds laws 3 and 4 of the design: no credential
 * outside verified TLS, and an empty buffer before every command.
 */
class Wire {
    #account;
    #signal;
    #socket;
    #reader = new ReplyReader(true);
    #lost;
    #ended = false;
    #wake;
    #tls;
    constructor(account, socket, signal) {
        this.#account = account;
        this.#signal = signal;
        this.#socket = socket;
        signal.addEventListener('abort', this.#onWake);
        this.#listen();
    }
    /**
     * Connects over TCP.
     *
     * @param signal ends everything; its reason is what waiting calls throw
     */
    static async open(account, signal) {
        signal.throwIfAborted();
        return new Wire(account, await connect(account.host, account.port, signal), signal);
    }
    get remoteAddress() {
        return this.#socket.remoteAddress;
    }
    get localAddress() {
        return this.#socket.localAddress;
    }
    /** What the server's certificate said, also when it was refused. */
    get tls() {
        return this.#tls;
    }
    /** True when bytes have come that nobody asked for. */
    get hasUnsolicitedBytes() {
        return this.#reader.pending > 0 || this.#socket.readableLength > 0;
    }
    /** True when such bytes are the server's announcement that it closes (421, RFC 5321 section 3.8). */
    get isShuttingDown() {
        return this.#reader.pendingShutdown;
    }
    /** Sends a command that holds no part of a credential. */
    send(command) {
        if (!COMMAND.test(command))
            throw new Error('a command must be printable ASCII');
        if (this.hasUnsolicitedBytes)
            throw this.#unsolicited();
        this.#socket.write(`${command}\r\n`);
    }
    /** Sends AUTH or a SASL response. Law 3 stands here: only verified TLS, or the user's own consent. */
    sendCredential(line) {
        const isVerifiedTls = this.#socket instanceof external_node_tls_namespaceObject.TLSSocket && this.#tls?.verified;
        if (!isVerifiedTls && !this.#account.allowCleartextAuth)
            throw new Failure('tls-required');
        this.send(line);
    }
    /** Waits for one complete reply. */
    async receive() {
        for (;;) {
            this.#signal.throwIfAborted();
            const reply = this.#reader.next();
            if (reply)
                return reply;
            const chunk = this.#socket.read();
            if (chunk)
                this.#reader.push(chunk);
            else if (this.#lost)
                throw this.#lost;
            else if (this.#ended)
                throw new Failure('connection-lost');
            else
                await this.#somethingHappens();
        }
    }
    /**
     * Runs the TLS handshake and judges the certificate. Whatever was learned before is worth nothing
     * afterwards, and plaintext that came with the go-ahead is an attack (RFC 3207 section 4.2; "Why TLS
     * Is Better Without STARTTLS", USENIX Security 2021).
     */
    async secure() {
        if (this.hasUnsolicitedBytes)
            throw new Failure('starttls-injection');
        const { host, tls } = this.#account;
        this.#socket.removeListener('readable', this.#onWake);
        this.#socket.removeListener('end', this.#onEnd);
        const secured = await handshake(this.#socket, host, tls, this.#signal);
        this.#reader = new ReplyReader(this.#reader.awaitsGreeting);
        this.#socket = secured;
        this.#listen();
        this.#tls = describePeer(secured);
        verifyPeer(secured, this.#tls, tls);
        this.#tls = { ...this.#tls, verified: true };
    }
    /** Says QUIT where that is possible, waits for nothing, and lets the process end. */
    close() {
        this.#signal.removeEventListener('abort', this.#onWake);
        if (!this.#lost && !this.#ended && !this.hasUnsolicitedBytes)
            this.#socket.end('QUIT\r\n');
        this.#socket.destroy();
    }
    #unsolicited() {
        const chunk = this.#socket.read();
        if (chunk)
            this.#reader.push(chunk);
        const reply = this.isShuttingDown ? this.#reader.next() : undefined;
        return reply ? new Failure('temporary-failure', { reply }) : new Failure('unsolicited-bytes');
    }
    #listen() {
        this.#socket.on('readable', this.#onWake);
        this.#socket.on('end', this.#onEnd);
        this.#socket.on('error', this.#onLost);
        this.#socket.on('close', this.#onEnd);
    }
    #onWake = () => this.#wake?.();
    #onEnd = () => {
        this.#ended = true;
        this.#wake?.();
    };
    #onLost = (error) => {
        this.#lost ??= this.#socket instanceof external_node_tls_namespaceObject.TLSSocket ? tlsFailure(error) : lostConnection(error);
        this.#wake?.();
    };
    async #somethingHappens() {
        await new Promise((resolve) => {
            this.#wake = resolve;
        });
        this.#wake = undefined;
    }
}

;// CONCATENATED MODULE: ./lib/smtp/conversation.js



/** A spoken Wire: keeps the transcript, the stage and the clock of one try. */
class Conversation {
    account;
    findings = {
        offered: [],
        authSent: false,
        credentialSent: false,
        stages: [],
    };
    #transcript;
    #redact;
    #signal;
    #now;
    /** @param now milliseconds since the start of the try */
    constructor(account, tools) {
        this.account = account;
        this.#transcript = tools.transcript;
        this.#redact = tools.redact;
        this.#signal = tools.signal;
        this.#now = tools.now;
    }
    /** Runs one stage, so that its time is kept and a failure knows where it happened. */
    async stage(stage, run) {
        const startMs = this.#now();
        this.findings.stage = stage;
        try {
            return await run();
        }
        finally {
            this.findings.stages.push({ stage, startMs, durationMs: this.#now() - startMs });
        }
    }
    async open() {
        const wire = await Wire.open(this.account, this.#signal);
        this.findings.wire = wire;
        if (wire.remoteAddress !== undefined)
            this.findings.address = wire.remoteAddress;
        this.#transcript.note(`connected to ${wire.remoteAddress ?? 'the server'}`);
    }
    get wire() {
        if (!this.findings.wire)
            throw new Error('open() comes first');
        return this.findings.wire;
    }
    async secure() {
        await this.wire.secure();
        const { version, cipher } = this.wire.tls ?? {};
        this.#transcript.note(`TLS established: ${version ?? '?'}, ${cipher ?? '?'}`);
    }
    /** Sends a command without secrets and returns the reply. */
    async ask(command) {
        this.#transcript.client(command);
        this.wire.send(command);
        return this.receive();
    }
    /**
     * Sends AUTH or a SASL response and returns the reply.
     *
     * @param shown the line as the transcript may hold it
     */
    async askCredential(line, shown) {
        this.wire.sendCredential(line);
        this.#transcript.client(shown);
        return this.receive();
    }
    /** Waits for a reply and writes it down, redacted; what it returns is as it came. */
    async receive() {
        try {
            const reply = await this.wire.receive();
            this.#transcript.server(redactReply(reply, this.#redact));
            return reply;
        }
        catch (error) {
            if (error instanceof Failure && error.detail) {
                this.#transcript.note(`not a reply: ${this.#redact(error.detail)}`);
            }
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./lib/sasl/login.js
/**
 * LOGIN (draft-murchison-sasl-login-00, expired; MS-XLOGIN). Two prompts whose words differ from server
 * to server (`Username:`, `User Name\0`, none at all), so they are answered by their order. It has no
 * initial response: some servers would take one for the user name, others refuse it.
 */
function createLogin({ username, password }) {
    const responses = [
        { bytes: Buffer.from(username, 'utf8'), shown: '[user name]' },
        { bytes: Buffer.from(password, 'utf8'), shown: '[password]' },
    ];
    return {
        name: 'LOGIN',
        start: () => undefined,
        next: () => responses.shift(),
        get isComplete() {
            return responses.length === 0;
        },
    };
}

;// CONCATENATED MODULE: ./lib/sasl/plain.js
/**
 * PLAIN (RFC 4616): authorization identity (none), user name and password, each after a NUL, in one
 * message. Not prepared with SASLprep: a secret is sent exactly as given.
 */
function createPlain({ username, password }) {
    let message = {
        bytes: plainMessage(username, password),
        shown: '[user name and password]',
    };
    const take = () => {
        const taken = message;
        message = undefined;
        return taken;
    };
    return {
        name: 'PLAIN',
        start: take,
        next: take,
        get isComplete() {
            return message === undefined;
        },
    };
}
/** The bytes of the message, also needed to mask their Base64. */
function plainMessage(username, password) {
    return Buffer.from(`\0${username}\0${password}`, 'utf8');
}

;// CONCATENATED MODULE: ./lib/sasl/choose.js


/** The mechanisms that can be run, in the order in which `auto` prefers them. */
const CREATE = {
    // LOGIN first: Microsoft 365 offers nothing else for passwords and answers 504 to PLAIN.
    LOGIN: createLogin,
    PLAIN: createPlain,
};
/**
 * Chooses one mechanism; there is no second try with another one.
 *
 * @param wanted a mechanism's name, which never falls back, or `auto`
 * @param offered names from the server's EHLO reply, upper case
 * @returns undefined when the server offers nothing that fits
 */
function chooseMechanism(wanted, offered, credential) {
    const candidates = wanted === 'auto' ? Object.keys(CREATE) : [wanted];
    const name = candidates.find((candidate) => offered.includes(candidate));
    return name === undefined ? undefined : CREATE[name]?.(credential);
}

;// CONCATENATED MODULE: ./lib/smtp/auth.js



/** RFC 4954 section 4: an initial response must leave the command line within 512 octets, CRLF included. */
const MAX_COMMAND_OCTETS = 512;
/** The longest mechanism of the design needs three; more is a server that never stops asking. */
const MAX_ROUNDS = 5;
/**
 * Logs in once (RFC 4954) and returns only on a complete 235 to a mechanism that has said everything.
 *
 * @throws Failure for every other ending
 */
async function authenticate(talk) {
    const mechanism = choose(talk);
    let reply = await sendAuth(talk, mechanism);
    for (let round = 1; reply.code === 334; round += 1) {
        if (round > MAX_ROUNDS)
            throw refuseChallenge(talk, 'too-many-challenges');
        const response = mechanism.next(reply.lines.join(''));
        if (!response)
            throw refuseChallenge(talk, 'challenge-not-understood');
        talk.findings.credentialSent = mechanism.isComplete;
        reply = await talk.askCredential(toBase64(response), response.shown);
    }
    const problem = judge(reply, mechanism, talk);
    if (problem)
        throw new Failure(problem, { reply });
    talk.findings.reply = reply;
}
function choose(talk) {
    const { mechanism: wanted, username, password } = talk.account;
    const { offered } = talk.findings;
    if (offered.length === 0)
        throw new Failure('auth-not-offered');
    const mechanism = chooseMechanism(wanted, offered, { username, password });
    if (!mechanism)
        throw new Failure('mechanism-not-offered');
    talk.findings.mechanism = mechanism.name;
    return mechanism;
}
async function sendAuth(talk, mechanism) {
    const command = `AUTH ${mechanism.name}`;
    talk.findings.authSent = true;
    if (mechanism.name === 'LOGIN')
        return talk.askCredential(command, command);
    const initial = mechanism.start();
    const line = initial && `${command} ${toBase64(initial) || '='}`;
    if (line === undefined)
        return talk.askCredential(command, command);
    if (line.length + 2 <= MAX_COMMAND_OCTETS) {
        talk.findings.credentialSent = mechanism.isComplete;
        return talk.askCredential(line, `${command} ${initial?.shown ?? ''}`);
    }
    return talk.askCredential(command, command);
}
function toBase64({ bytes }) {
    return bytes.toString('base64');
}
/** RFC 4954 section 4: `*` cancels. The answer does not matter any more, so nobody waits for it. */
function refuseChallenge(talk, problem) {
    talk.wire.send('*');
    return new Failure(problem);
}
/** A reply that asks for fewer logins, in the words of the servers that limit them. */
const THROTTLE_TEXT = /too many|rate.?limit|throttl|exceeded|concurrent connections|try again later.*(connections|login)/i;
/** The replies to AUTH that speak of the command or the channel, not of the credential (RFC 4954 section 6). */
const auth_PROBLEM_OF_CODE = {
    500: 'unexpected-reply',
    501: 'unexpected-reply',
    503: 'unexpected-reply',
    502: 'mechanism-refused',
    504: 'mechanism-refused',
    523: 'tls-required',
    530: 'tls-required',
    538: 'tls-required',
};
/** The whole judgement on the last reply to AUTH; undefined means accepted. */
function judge(reply, mechanism, talk) {
    if (reply.code === 235) {
        if (!mechanism.isComplete)
            return 'premature-success';
        return talk.wire.hasUnsolicitedBytes && !talk.wire.isShuttingDown
            ? 'unsolicited-bytes'
            : undefined;
    }
    return refusal(reply) ?? auth_PROBLEM_OF_CODE[reply.code] ?? rejectionOrOddity(reply);
}
/** A 4yz reply says nothing about the credential. It also counts at every other stage. */
function refusal(reply) {
    if (reply.code < 400 || reply.code > 499)
        return undefined;
    return THROTTLE_TEXT.test(replyText(reply)) ? 'throttled' : 'temporary-failure';
}
function rejectionOrOddity(reply) {
    return reply.code >= 500 ? 'credential-refused' : 'unexpected-reply';
}

;// CONCATENATED MODULE: ./lib/smtp/capabilities.js
/** `AUTH=PLAIN LOGIN` is an old spelling that Exchange and others still send beside the right one. */
const CAPABILITY = /^([A-Za-z0-9][A-Za-z0-9-]*)(?:[ =](.*))?$/;
/** RFC 4422 section 3.1: 1 to 20 letters, digits, hyphens, underscores. */
const MECHANISM_NAME = /^[A-Z0-9_-]{1,20}$/;
/**
 * Reads an EHLO reply, keyword by keyword and line by line: the first line is the server's name, and
 * a look-alike such as `XSTARTTLS` or `HELP AUTH PLAIN` offers nothing.
 */
function parseCapabilities(reply) {
    const mechanisms = new Set();
    let startTls = false;
    for (const line of reply.lines.slice(1)) {
        const [, keyword = '', parameters = ''] = CAPABILITY.exec(line.trimEnd()) ?? [];
        if (keyword.toUpperCase() === 'STARTTLS')
            startTls = true;
        if (keyword.toUpperCase() === 'AUTH') {
            for (const name of parameters.toUpperCase().split(/\s+/)) {
                if (MECHANISM_NAME.test(name))
                    mechanisms.add(name);
            }
        }
    }
    return { startTls, mechanisms: [...mechanisms] };
}

;// CONCATENATED MODULE: ./lib/smtp/dialogue.js





/**
 * The whole exchange, in the order in which it happens on the wire. It returns when the login was
 * accepted and throws a Failure in every other case.
 */
async function runDialogue(talk) {
    const { tlsMode } = talk.account;
    await talk.stage('connect', () => talk.open());
    if (tlsMode === 'implicit')
        await talk.stage('tls', () => talk.secure());
    await talk.stage('greeting', () => readGreeting(talk));
    const capabilities = await talk.stage('ehlo', () => sayHello(talk));
    if (tlsMode === 'starttls') {
        await talk.stage('starttls', () => startTls(talk, capabilities));
        await talk.stage('tls', () => talk.secure());
        // RFC 3207 section 4.2: forget what was said before TLS, and say EHLO again.
        await talk.stage('ehlo', () => sayHello(talk));
    }
    await talk.stage('auth', () => authenticate(talk));
}
async function readGreeting(talk) {
    const reply = await talk.receive();
    talk.findings.banner = replyText(reply);
    // RFC 5321 section 3.1: 554 and its kin mean that there is no service for this client.
    if (reply.code !== 220)
        throw unexpected(reply, 'service-refused');
}
async function sayHello(talk) {
    talk.findings.offered = [];
    const name = talk.account.ehloName ?? addressLiteral(talk.wire.localAddress);
    const reply = await talk.ask(`EHLO ${name}`);
    if (reply.code !== 250)
        throw unexpected(reply, 'ehlo-refused');
    const capabilities = parseCapabilities(reply);
    talk.findings.offered = capabilities.mechanisms;
    return capabilities;
}
async function startTls(talk, capabilities) {
    if (!capabilities.startTls)
        throw new Failure('starttls-missing');
    const reply = await talk.ask('STARTTLS');
    if (reply.code === 220)
        return;
    // 421 is the server leaving; any other answer, 454 too, is a refusal of TLS that an attacker can forge.
    const problem = reply.code === 421 ? refusal(reply) : undefined;
    throw new Failure(problem ?? 'starttls-refused', { reply });
}
function unexpected(reply, refused) {
    const problem = refusal(reply) ?? (reply.code >= 500 ? refused : 'unexpected-reply');
    return new Failure(problem, { reply });
}
/** RFC 5321 section 4.1.3: a client without a name of its own gives its address. */
function addressLiteral(address = '127.0.0.1') {
    const plain = address.replace(/%.*$/, '').replace(/^::ffff:(?=\d+\.)/i, '');
    return (0,external_node_net_namespaceObject.isIPv6)(plain) ? `[IPv6:${plain}]` : `[${plain}]`;
}

;// CONCATENATED MODULE: ./lib/smtp/transcript.js
/** Enough for any honest exchange; a flood of legal replies must not fill memory or the summary. */
const MAX_TRANSCRIPT_LINES = 200;
const MAX_LINE_CHARACTERS = 1000;
/**
 * Records what was said. A secret never enters: the client's lines are given in the form in which
 * they may be shown, and replies arrive redacted.
 */
class Transcript {
    #lines = [];
    #now;
    #dropped = 0;
    /** @param now milliseconds since the start of the try */
    constructor(now) {
        this.#now = now;
    }
    client(shown) {
        this.#add('C', shown);
    }
    server({ code, lines }) {
        lines.forEach((line, index) => {
            const separator = index < lines.length - 1 ? '-' : ' ';
            this.#add('S', `${code}${separator}${line}`);
        });
    }
    note(text) {
        this.#add('--', text);
    }
    get lines() {
        if (this.#dropped === 0)
            return [...this.#lines];
        const text = `${this.#dropped} more lines`;
        return [...this.#lines, { speaker: '--', text, atMs: this.#now() }];
    }
    #add(speaker, text) {
        if (this.#lines.length >= MAX_TRANSCRIPT_LINES) {
            this.#dropped += 1;
            return;
        }
        this.#lines.push({ speaker, text: text.slice(0, MAX_LINE_CHARACTERS), atMs: this.#now() });
    }
}

;// CONCATENATED MODULE: ./lib/smtp/check.js





/**
 * Checks one account once: connects, secures, logs in, sends no mail.
 *
 * @returns the answer, whatever the server or the network does; it never rejects for those
 */
async function check(account, options = {}) {
    const startedAt = performance.now();
    const now = () => performance.now() - startedAt;
    const end = new AbortController();
    const deadline = setTimeout(() => {
        end.abort(new Failure('timed-out'));
    }, options.timeoutMs ?? account.timeoutMs);
    const onCancel = () => {
        end.abort(new Failure('cancelled'));
    };
    options.signal?.addEventListener('abort', onCancel, { once: true });
    if (options.signal?.aborted)
        onCancel();
    const transcript = new Transcript(now);
    const redact = createRedact([account.password]);
    const talk = new Conversation(account, { transcript, redact, signal: end.signal, now });
    let failure;
    try {
        await runDialogue(talk);
    }
    catch (error) {
        if (!(error instanceof Failure))
            throw error;
        failure = error;
    }
    finally {
        clearTimeout(deadline);
        options.signal?.removeEventListener('abort', onCancel);
        talk.findings.wire?.close();
    }
    return makeResult(talk, { failure, transcript, redact, durationMs: now() });
}
/** Everything hostile or secret-bearing passes the redaction here, once. */
function makeResult(talk, ending) {
    const { wire, banner, reply: acceptance, ...found } = talk.findings;
    const { failure, transcript, redact, durationMs } = ending;
    const { password, ...account } = talk.account;
    const reply = failure ? failure.reply : acceptance;
    return {
        account,
        verdict: failure?.verdict ?? 'accepted',
        ...(failure && { trouble: describe(failure, redact) }),
        ...found,
        ...(banner !== undefined && { banner: redact(banner) }),
        ...(reply && { reply: redactReply(reply, redact) }),
        ...(wire?.tls && { tls: wire.tls }),
        durationMs,
        transcript: transcript.lines,
        earlierTries: [],
    };
}
function describe({ problem, detail }, redact) {
    return { problem, ...(detail !== undefined && { detail: redact(detail) }) };
}

;// CONCATENATED MODULE: ./lib/fleet.js


/** Milliseconds before the first retry; every further pause is twice as long. */
const FIRST_PAUSE_MS = 1000;
/**
 * Checks one account and tries again where the result says nothing about the credential. All tries and
 * pauses share the account's one deadline.
 *
 * @param signal cancels everything
 */
async function checkWithRetries(account, signal) {
    const endsAt = performance.now() + account.timeoutMs;
    const earlierTries = [];
    for (let pauseMs = FIRST_PAUSE_MS;; pauseMs *= 2) {
        const result = await check(account, { timeoutMs: endsAt - performance.now(), signal });
        const mayRetry = earlierTries.length < account.retries && saysNothing(result);
        if (!mayRetry || performance.now() + pauseMs >= endsAt)
            return { ...result, earlierTries };
        earlierTries.push(summarise(result));
        await (0,promises_namespaceObject.setTimeout)(pauseMs, undefined, { signal }).catch(() => undefined); // the next try says `cancelled`
    }
}
const RETRYABLE = new Set(['temporary', 'unreachable', 'timeout']);
/**
 * Law 2: only a result without any judgement on the credential may be tried again. Once AUTH has been
 * sent, only the server's own "temporary" proves that; a connection that merely broke may have been a
 * failed login. A server that wants fewer logins is obeyed.
 */
function saysNothing({ verdict, trouble, reply, authSent }) {
    const isTemporary = reply !== undefined && reply.code >= 400 && reply.code <= 499;
    if (trouble?.problem === 'throttled')
        return false;
    if (trouble?.problem === 'name-not-found' || trouble?.problem === 'service-refused')
        return false;
    return isTemporary || (RETRYABLE.has(verdict) && !authSent);
}
function summarise(result) {
    const { verdict, stage, trouble, reply, durationMs } = result;
    return { verdict, stage, problem: trouble?.problem, code: reply?.code, durationMs };
}

;// CONCATENATED MODULE: ./lib/expectation.js
/**
 * Whether the result is the one the user asked for. `expect: rejected` is met only by a true refusal:
 * a 535 (RFC 4954 section 6: "authentication credentials invalid") to a credential that the server has
 * seen whole.
 */
function meetsExpectation({ account, verdict, reply, credentialSent }) {
    if (account.expect === 'accepted')
        return verdict === 'accepted';
    return verdict === 'rejected' && reply?.code === 535 && credentialSent;
}

;// CONCATENATED MODULE: ./lib/report/printable.js
/**
 * The one place where a text from outside (a server's reply, a certificate's name, Node's error text)
 * becomes safe to show in a log, an annotation, the summary, an output or an issue. It comes redacted
 * and leaves without any character or sequence that a runner, a terminal or a reader could take for
 * something else. Each channel then escapes it once more in its own way.
 */
/** As long as the longest helpful refusal seen (Gmail's, with its link); the rest is noise. */
const MAX_PRINTABLE = 300;
/**
 * Controls, formats (bidi, zero width), separators of lines, surrogates, private and unassigned code
 * points, and everything that Unicode allows to be shown as nothing at all.
 */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}\p{Default_Ignorable_Code_Point}\uFFFD]/gu;
/** @param max characters after which the text is cut, with a mark */
function printable(text, max = MAX_PRINTABLE) {
    // Cut first, so that an 8 KiB line is not escaped for nothing, and again, since escapes are longer.
    const visible = text.slice(0, max * 2).replace(UNSAFE, escapeCharacter);
    const characters = Array.from(defuse(visible));
    return characters.length > max
        ? `${characters.slice(0, max - 1).join('')}…`
        : characters.join('');
}
/**
 * The runner takes `##[command]` anywhere in a line and `::command::` at its start. Both are broken
 * visibly; an invisible character would not do, because the runner's comparison ignores those.
 */
function defuse(text) {
    return text.replaceAll('##[', '##\\x5b').replaceAll('::', ':\\x3a');
}
function escapeCharacter(character) {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16);
    return code <= 0xff ? `\\x${hex.padStart(2, '0')}` : `\\u{${hex}}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/explanation.js
/** `smtp.example.com:587`, the way every sentence names the server. */
function endpoint({ account }) {
    if (account.host === '')
        return 'no server';
    const host = account.host.includes(':') ? `[${account.host}]` : account.host;
    return `${host}:${account.port}`;
}

;// CONCATENATED MODULE: ./lib/diagnosis/channel.js

const NOTHING_SENT = 'No credential was sent.';
function pinAdvice({ tls }) {
    return tls
        ? ` To trust exactly this certificate, set "tls-fingerprint: ${tls.fingerprint}".`
        : '';
}
function day(date) {
    return date.toISOString().slice(0, 10);
}
function expired({ tls }) {
    return {
        meaning: `The server's certificate expired${tls ? ` on ${day(tls.validTo)}` : ''}. ${NOTHING_SENT}`,
        nextStep: "The server's administrator has to renew it. If its date looks right, check this runner's clock.",
    };
}
function nameMismatch(result) {
    const names = result.tls?.names.slice(0, 5).join(', ');
    return {
        meaning: `The certificate is not for ${result.account.host}${names ? ` but for ${names}` : ': it names no host at all'}. ${NOTHING_SENT}`,
        nextStep: names
            ? 'Use one of these names as "host", or as "tls-servername" when the address is right.'
            : `The server needs a certificate with its name in subjectAltName.${pinAdvice(result)}`,
    };
}
const CHANNEL_WORDS = {
    'starttls-missing': () => ({
        meaning: `The server does not offer STARTTLS, so the password would travel in clear text. ${NOTHING_SENT}`,
        nextStep: 'Use the port for submission with TLS: 587 with STARTTLS, or 465 with "implicit-tls: true". If this port offered it yesterday, something on the way may be removing it.',
    }),
    'starttls-refused': () => ({
        meaning: `The server offers STARTTLS but refused it. ${NOTHING_SENT}`,
        nextStep: "Its TLS set-up is broken, often an unreadable certificate or key. The server's log says why.",
    }),
    'starttls-injection': () => ({
        meaning: `More bytes came in clear text together with the answer to STARTTLS. An honest server does not do this; it is how an attacker on the way smuggles answers into TLS. ${NOTHING_SENT}`,
        nextStep: 'Treat the network between this runner and the server as hostile until you know who sent them.',
    }),
    'tls-not-spoken': (result) => ({
        meaning: `${endpoint(result)} does not answer in TLS. ${NOTHING_SENT}`,
        nextStep: result.account.tlsMode === 'implicit'
            ? 'This port starts in clear text: set "implicit-tls: false" with "starttls: required", or use port 465.'
            : 'The server said yes to STARTTLS and then did not speak TLS. Ask its administrator.',
    }),
    'tls-expected': (result) => ({
        meaning: `${endpoint(result)} speaks TLS from the first byte, but the check began in clear text. ${NOTHING_SENT}`,
        nextStep: 'Set "implicit-tls: true", or use port 587.',
    }),
    'tls-version': () => ({
        meaning: `Server and client have no TLS version in common. ${NOTHING_SENT}`,
        nextStep: 'The server must speak TLS 1.2 or newer; if you set "tls-min-version: TLSv1.3", try TLSv1.2.',
    }),
    'tls-handshake': () => ({
        meaning: `The TLS handshake failed. ${NOTHING_SENT}`,
        nextStep: "Look in the server's log; the TLS error above names the step that failed.",
    }),
    'tls-required': () => ({
        meaning: 'The login is only allowed over verified TLS, and this connection is not.',
        nextStep: 'Set "starttls: required", or use port 465 with "implicit-tls: true".',
    }),
    'client-certificate-required': () => ({
        meaning: 'The server wants a certificate from the client before it talks.',
        nextStep: 'Use a port of the server that takes user name and password alone.',
    }),
    'certificate-expired': expired,
    'certificate-not-yet-valid': ({ tls }) => ({
        meaning: `The server's certificate is not valid before ${tls ? day(tls.validFrom) : 'a later date'}. ${NOTHING_SENT}`,
        nextStep: "Check this runner's clock. If it is right, the server has the wrong certificate.",
    }),
    'certificate-name-mismatch': nameMismatch,
    'certificate-self-signed': (result) => ({
        meaning: `The server's certificate is self-signed, so nobody vouches for it. ${NOTHING_SENT}`,
        nextStep: `Give the certificate as "tls-ca".${pinAdvice(result)} Compare it with the server's own first.`,
    }),
    'certificate-unknown-ca': (result) => ({
        meaning: `The certificate was issued by an authority that this runner does not know, or the server does not send its intermediate certificate. ${NOTHING_SENT}`,
        nextStep: `For a private authority, give its certificate as "tls-ca". For a public one, the server must send the whole chain.${pinAdvice(result)}`,
    }),
    'certificate-wrong-usage': () => ({
        meaning: `The certificate is not meant for servers. ${NOTHING_SENT}`,
        nextStep: 'The server needs a certificate with the usage "server authentication".',
    }),
    'certificate-weak': () => ({
        meaning: `The certificate, or one above it, has a key or signature that is too weak (RSA below 2048 bits, or SHA-1). ${NOTHING_SENT}`,
        nextStep: 'The server needs a new certificate: RSA 2048 or more, or an elliptic curve, signed with SHA-256.',
    }),
    'certificate-pin-mismatch': (result) => ({
        meaning: `The certificate is not the one that "tls-fingerprint" names. ${NOTHING_SENT}`,
        nextStep: `If the server got a new certificate, set the new fingerprint${result.tls ? ` (${result.tls.fingerprint})` : ''}. If not, somebody may be in between.`,
    }),
    'certificate-untrusted': (result) => ({
        meaning: `The server's certificate could not be verified. ${NOTHING_SENT}`,
        nextStep: `Look at the reason given above.${pinAdvice(result)}`,
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/exchange.js

const NOT_JUDGED = 'The credential was not judged.';
const BROKEN_SERVER = 'Show the transcript to the administrator: the server, or a device before it, breaks the protocol.';
function offers({ offered }) {
    return offered.length === 0 ? 'no mechanism' : offered.slice(0, 10).join(', ');
}
function refused(result) {
    if (!result.credentialSent) {
        return {
            meaning: 'The server refused the login before it had seen the password, so the password is not the reason.',
            nextStep: "Read the server's own words: the account, this address or the login as such is blocked.",
        };
    }
    return {
        meaning: `The server refused user name and password.${result.reply?.code === 535 ? '' : ' Its answer is not the usual 535, so the reason may be another than a wrong password.'}`,
        nextStep: 'Check that the mailbox still exists, that its password was not changed, and that the provider still allows login with a password. Then update the secret.',
    };
}
const EXCHANGE_WORDS = {
    'credential-refused': refused,
    'not-smtp': (result) => ({
        meaning: `What answers at ${endpoint(result)} is not a mail server. ${NOT_JUDGED}`,
        nextStep: 'Check host and port.',
    }),
    'malformed-reply': () => ({
        meaning: `The server sent something that is not an SMTP reply. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'reply-too-long': () => ({
        meaning: `The server's reply is longer than any honest reply. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'unsolicited-bytes': () => ({
        meaning: `The server sent more than it was asked for, so its answers cannot be told apart. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'unexpected-reply': () => ({
        meaning: `The server answered with a code that does not belong to this step. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'ehlo-refused': () => ({
        meaning: `The server refused EHLO, the first command. ${NOT_JUDGED}`,
        nextStep: 'Some servers want a full host name there: set "ehlo-name". Otherwise read the server\'s own words.',
    }),
    'challenge-not-understood': () => ({
        meaning: `The server asked for more than user name and password, or for the same again. ${NOT_JUDGED}`,
        nextStep: 'Try another mechanism with the input "mechanism".',
    }),
    'too-many-challenges': () => ({
        meaning: `The server keeps asking and never decides. ${NOT_JUDGED}`,
        nextStep: BROKEN_SERVER,
    }),
    'premature-success': () => ({
        meaning: 'The server claimed success before it had seen the password. That proves nothing.',
        nextStep: BROKEN_SERVER,
    }),
    'auth-not-offered': ({ account }) => ({
        meaning: 'The server offers no login here, so no login was tried.',
        nextStep: account.port === 25
            ? 'Use the submission port: 587 or 465.'
            : 'Check that host and port are those for sending mail with a login (587 or 465).',
    }),
    'mechanism-not-offered': (result) => ({
        meaning: `The server does not offer a mechanism that can be used here. It offers: ${offers(result)}.`,
        nextStep: result.account.mechanism === 'auto'
            ? 'LOGIN and PLAIN are supported. Ask the administrator to allow one of them over TLS.'
            : 'Set "mechanism" to one of those it offers, or to "auto".',
    }),
    'mechanism-refused': (result) => ({
        meaning: `The server refused the mechanism ${result.mechanism ?? ''}, not the credential. It offers: ${offers(result)}.`,
        nextStep: 'Set "mechanism" to another one of those it offers.',
    }),
    'input-invalid': () => ({
        meaning: 'Nothing was sent: an input of the action is wrong.',
        nextStep: 'Correct the input named above.',
    }),
    'secret-empty': () => ({
        meaning: 'Nothing was sent: the user name or password is empty.',
        nextStep: 'Check the names of the secrets under Settings, Secrets and variables, Actions. For pull requests from forks skip this step, since GitHub gives them no secrets.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/network.js

const NOTHING_SAID = 'This says nothing about the user name or password.';
const SILENT_AT = {
    connect: 'nothing answered the connection',
    greeting: 'the server took the connection but sent no greeting',
    ehlo: 'the server did not finish its answer to EHLO',
    starttls: 'the server did not finish its answer to STARTTLS',
    tls: 'the server did not finish the TLS handshake',
    auth: 'the server did not finish its answer to the login',
    mail: 'the server did not finish its answer to MAIL FROM or RCPT TO',
    quit: 'the server did not finish its answer to QUIT',
};
function timeoutNextStep({ stage, account }) {
    if (stage === 'connect') {
        return account.port === 25
            ? 'Use port 587 or 465: port 25 is for mail between servers, and hosted runners cannot reach it.'
            : 'Check host and port. If they are right, a firewall between this runner and the server drops the connection: allow it, or run the job on a self-hosted runner inside that network.';
    }
    if (stage === 'greeting' && account.tlsMode !== 'implicit') {
        return 'If this port speaks TLS from the first byte (as 465 does), set "implicit-tls: true". Otherwise raise "timeout": some servers delay their greeting on purpose.';
    }
    if (stage === 'auth') {
        return 'Some servers delay their answer after failed logins. Raise "timeout"; if it stays silent, look in the server\'s log for what the login waits for.';
    }
    return 'Run the job again, or raise "timeout". If it stays silent at this point, ask the server\'s administrator.';
}
const NETWORK_WORDS = {
    'timed-out': (result) => ({
        meaning: `Time ran out: ${SILENT_AT[result.stage ?? 'connect']}. ${result.credentialSent ? 'The credential was sent but never judged.' : NOTHING_SAID}`,
        nextStep: timeoutNextStep(result),
    }),
    'name-not-found': ({ account }) => ({
        meaning: `No server has the name ${account.host}. ${NOTHING_SAID}`,
        nextStep: 'Correct the spelling in the input "host".',
    }),
    'name-lookup-failed': ({ account }) => ({
        meaning: `The name ${account.host} could not be looked up: the DNS gave no answer. ${NOTHING_SAID}`,
        nextStep: 'Run the job again. If it fails again, check the DNS of this runner and of the domain.',
    }),
    'connection-refused': (result) => ({
        meaning: `Nothing listens at ${endpoint(result)}. ${NOTHING_SAID}`,
        nextStep: 'Check the input "port" (587 and 465 are the usual ones) and that the server is running.',
    }),
    'network-unreachable': (result) => ({
        meaning: `No way leads from this runner to ${endpoint(result)}. ${NOTHING_SAID}`,
        nextStep: 'Check host and port, and that this runner may open connections to that network.',
    }),
    'connection-lost': (result) => ({
        meaning: `The server closed the connection without an answer. ${result.authSent ? 'Whether it would accept the credential is not known.' : NOTHING_SAID}`,
        nextStep: result.authSent
            ? "Look in the server's log for the reason. The login is not tried again by itself, because it may have counted as a failed one."
            : "Run the job again. If it happens every time, the server or a firewall turns this runner's address away.",
    }),
    'service-refused': () => ({
        meaning: `The server turned this client away before any login. ${NOTHING_SAID}`,
        nextStep: "Read the server's own words: often it is a block list that holds this runner's address.",
    }),
    'temporary-failure': () => ({
        meaning: `The server says that it cannot do this now. ${NOTHING_SAID}`,
        nextStep: 'Run the job again later. Do not change the password because of this answer.',
    }),
    throttled: () => ({
        meaning: `The server has seen too many logins or connections and wants a pause. ${NOTHING_SAID}`,
        nextStep: 'Wait (an hour is a good start) and check less often. Each further try can make the pause longer.',
    }),
    cancelled: () => ({
        meaning: 'The run was cancelled before the check was over.',
        nextStep: 'Run the job again.',
    }),
};

;// CONCATENATED MODULE: ./lib/diagnosis/explain.js




const WORDS = { ...NETWORK_WORDS, ...CHANNEL_WORDS, ...EXCHANGE_WORDS };
/** The output `cause`. */
function causeOf({ trouble }) {
    return trouble?.problem ?? 'none';
}
/** What the result means and what to do next, seen from what the user expected. */
function explain(result) {
    const { trouble, account } = result;
    if (account.expect === 'rejected') {
        if (meetsExpectation(result))
            return EXPECTED_REFUSAL;
        if (!trouble)
            return UNEXPECTED_ACCEPTANCE;
    }
    if (!trouble)
        return ACCEPTANCE;
    return WORDS[trouble.problem](result);
}
const ACCEPTANCE = {
    meaning: 'The server accepted user name and password. No mail was sent.',
    nextStep: 'Nothing to do.',
};
const EXPECTED_REFUSAL = {
    meaning: 'The server refused the credential, as "expect: rejected" asks: it no longer works.',
    nextStep: 'Nothing to do.',
};
const UNEXPECTED_ACCEPTANCE = {
    meaning: 'The server accepted the credential, but "expect: rejected" wants it dead: it can still be used.',
    nextStep: 'Revoke it at the provider: change the password or delete the mailbox or key.',
};

;// CONCATENATED MODULE: ./lib/report/words.js





/** Own sentences may hold a certificate's name or an input, so they pass through printable as well. */
const MAX_SENTENCE = 1000;
function wordResult(result) {
    const { meaning, nextStep } = explain(result);
    return {
        passed: meetsExpectation(result),
        headline: headline(result),
        endpoint: printable(endpoint(result)),
        username: printable(result.account.username),
        cause: causeOf(result),
        meaning: printable(meaning, MAX_SENTENCE),
        nextStep: printable(nextStep, MAX_SENTENCE),
        serverSaid: serverSaid(result),
    };
}
function headline({ verdict, reply, stage }) {
    const code = reply ? ` (${codes(reply)})` : '';
    const where = stage && verdict !== 'accepted' ? ` at ${stage}` : '';
    return `${verdict}${code}${where}`;
}
/** `535 5.7.8`: reply code and enhanced status code. */
function codes({ code, enhanced }) {
    return enhanced === undefined ? String(code) : `${code} ${enhanced}`;
}
function serverSaid({ reply, trouble }) {
    if (reply)
        return printable(`${codes(reply)} ${replyText(reply)}`.trim());
    return trouble?.detail === undefined ? '' : printable(trouble.detail, MAX_SENTENCE);
}
/** Whole milliseconds; a stage of 0.4 ms took time too. */
function milliseconds(value) {
    return `${Math.max(1, Math.round(value))} ms`;
}
const DAY_MS = 86_400_000;
/** Days until `date`, negative when it is past. */
function daysLeft(date, now = Date.now()) {
    return Math.floor((date.getTime() - now) / DAY_MS);
}

;// CONCATENATED MODULE: ./lib/report/json.js



function toReport(result) {
    const { account, verdict, stage, reply, mechanism, tls } = result;
    const words = wordResult(result);
    return {
        host: printable(account.host),
        port: account.port,
        username: words.username,
        verdict,
        passed: meetsExpectation(result),
        cause: words.cause,
        stage: stage ?? null,
        code: reply?.code ?? null,
        enhancedCode: reply?.enhanced ?? null,
        serverSaid: words.serverSaid,
        meaning: words.meaning,
        nextStep: words.nextStep,
        mechanism: mechanism ?? null,
        tlsVersion: tls?.version ?? null,
        tlsCipher: tls?.cipher ?? null,
        certificateExpires: tls?.validTo.toISOString() ?? null,
        durationMs: Math.round(result.durationMs),
        tries: result.earlierTries.length + 1,
    };
}

;// CONCATENATED MODULE: ./lib/report/annotations.js

/** The error for a result that is not the expected one, and warnings about what will break soon. */
function annotate(result) {
    return [...failureAnnotation(result), ...certificateWarning(result)];
}
function failureAnnotation(result) {
    const { passed, headline, endpoint, username, meaning, nextStep, serverSaid } = wordResult(result);
    if (passed)
        return [];
    const tries = result.earlierTries.length > 0 ? [`Tries: ${result.earlierTries.length + 1}.`] : [];
    const lines = [
        meaning,
        ...(serverSaid === '' ? [] : [`${result.reply ? 'The server said' : 'Reason'}: ${serverSaid}`]),
        `Next step: ${nextStep}`,
        `Account: ${username} at ${endpoint}. ${tries.join('')}`.trim(),
    ];
    return [{ level: 'error', title: `SMTP login: ${headline}`, message: lines.join('\n') }];
}
function certificateWarning({ tls, account }) {
    if (!tls?.verified || account.certificateWarnDays === 0)
        return [];
    const days = daysLeft(tls.validTo);
    if (days >= account.certificateWarnDays)
        return [];
    const when = days < 0 ? 'has ended' : `ends in ${days} days`;
    const message = `The certificate of ${account.host}:${account.port} ${when} (${tls.validTo.toISOString().slice(0, 10)}). After that every login here fails. Renew it, or set "certificate-warn-days: 0" to hear no more of this.`;
    return [{ level: 'warning', title: 'SMTP server certificate ends soon', message }];
}

;// CONCATENATED MODULE: ./lib/report/log.js


/** The title and the lines of the log group of one result. No line starts with a text from outside. */
function renderLog(result) {
    const { endpoint, username, headline } = wordResult(result);
    return {
        title: `${endpoint} ${username}: ${headline} after ${milliseconds(result.durationMs)}`,
        lines: [
            ...result.earlierTries.map(renderTry),
            ...result.stages.map(({ stage, startMs, durationMs }) => `${stage.padEnd(9)}${milliseconds(durationMs).padStart(9)}  (began at ${milliseconds(startMs)})`),
            ...result.transcript.map(({ speaker, text }) => `${speaker}: ${printable(text)}`),
        ],
    };
}
/** One line for a try that was repeated. */
function renderTry(earlier, index) {
    const { verdict, code, stage, durationMs } = earlier;
    const reply = code === undefined ? '' : ` (${code})`;
    const where = stage === undefined ? '' : ` at ${stage}`;
    return `try ${index + 1}: ${verdict}${reply}${where} after ${milliseconds(durationMs)}, tried again`;
}

;// CONCATENATED MODULE: ./lib/report/terminal.js



/** SGR parameters (ECMA-48 section 8.3.117); every terminal knows these few. */
const SGR = { bold: 1, green: 32, red: 31, yellow: 33 };
/** One result for a person at a terminal. Texts from outside arrive printable, so no escape sequence is theirs. */
function renderTerminal(result, { colour, verbose }) {
    const paint = (style, text) => colour ? `\x1b[${SGR[style]}m${text}\x1b[0m` : text;
    const words = wordResult(result);
    const mark = words.passed ? paint('green', 'PASS') : paint('red', 'FAIL');
    const warnings = annotate(result).filter(({ level }) => level !== 'error');
    return [
        `${mark}  ${paint('bold', words.headline)}: ${words.username || 'no user name'} at ${words.endpoint}`,
        ...facts(result),
        ...explanation(words, result),
        ...warnings.map(({ message }) => field(paint('yellow', 'Warning:'.padEnd(LABEL)), message)),
        ...(verbose ? renderLog(result).lines.map((line) => `      ${line}`) : []),
        '',
    ].join('\n');
}
/** Width of the labels, so that the texts beside them are aligned. */
const LABEL = 14;
function field(label, text) {
    return `      ${label.padEnd(LABEL)}${text}`;
}
function facts({ mechanism, tls, durationMs, stages }) {
    if (stages.length === 0)
        return [];
    const channel = tls ? `${tls.version}${tls.verified ? '' : ' (not verified)'}` : 'no TLS';
    return [`      ${[mechanism, channel, milliseconds(durationMs)].filter(Boolean).join(', ')}`];
}
function explanation(words, { reply }) {
    if (words.passed)
        return [field('Meaning:', words.meaning)];
    const said = reply ? 'Server said:' : 'Reason:';
    return [
        ...(words.serverSaid === '' ? [] : [field(said, words.serverSaid)]),
        field('Meaning:', words.meaning),
        field('Next step:', words.nextStep),
    ];
}

;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./lib/cli/options.js


/** A command line that cannot be carried out; its text is for the person who typed it and repeats no value. */
class UsageError extends Error {
    name = 'UsageError';
}
/** Inputs that hold a secret and so come as `--NAME-env VARIABLE`, never as a value. */
const options_SECRETS = new Set(['password', 'access-token']);
/** The inputs of one account, apart by whether their value may stand on a command line. */
const INPUTS = Object.keys(ACCOUNT_DEFAULTS);
const SECRET_INPUTS = INPUTS.filter((name) => options_SECRETS.has(name));
const PLAIN_INPUTS = INPUTS.filter((name) => !options_SECRETS.has(name));
/** Ways to answer other than the usual text; one at most. */
const OUTPUTS = ['json', 'quiet', 'verbose'];
const SWITCHES = ['password-stdin', ...OUTPUTS, 'help', 'version'];
/** `node:util` parses: it is part of Node 20, 22 and 24 and costs nothing to load. */
const FLAGS = {
    ...Object.fromEntries(PLAIN_INPUTS.map((name) => [name, { type: 'string' }])),
    ...Object.fromEntries(SECRET_INPUTS.map((name) => [`${name}-env`, { type: 'string' }])),
    ...Object.fromEntries(SWITCHES.map((name) => [name, { type: 'boolean' }])),
};
/**
 * Reads a command line.
 *
 * @param args without the program's own name
 * @throws UsageError
 */
function parseCommandLine(args) {
    refuseSecrets(args);
    const { values, tokens } = parse(args);
    if (values['help'] === true)
        return { kind: 'help' };
    if (values['version'] === true)
        return { kind: 'version' };
    const names = tokens.flatMap((token) => (token.kind === 'option' ? [token.name] : []));
    const repeated = names.find((name, index) => names.indexOf(name) !== index);
    if (repeated !== undefined)
        throw new UsageError(`--${repeated} is given twice.`);
    return { kind: 'check', options: toOptions(values) };
}
function toOptions(values) {
    const text = (names, suffix = '') => names.flatMap((name) => {
        const value = values[name + suffix];
        return typeof value === 'string' ? [[name, value]] : [];
    });
    const secretEnv = new Map(text(SECRET_INPUTS, '-env'));
    const passwordStdin = values['password-stdin'] === true;
    if (passwordStdin && secretEnv.has('password')) {
        throw new UsageError('--password-env and --password-stdin exclude each other.');
    }
    const outputs = OUTPUTS.filter((name) => values[name] === true);
    if (outputs.length > 1)
        throw new UsageError(`--${outputs.join(' and --')} exclude each other.`);
    return {
        given: Object.fromEntries(text(PLAIN_INPUTS)),
        secretEnv,
        passwordStdin,
        output: outputs[0] ?? 'text',
    };
}
/** Other users see a command line in the list of processes, and the shell keeps it in its history. */
function refuseSecrets(args) {
    const secret = [...options_SECRETS].find((name) => args.some((arg) => arg === `--${name}` || arg.startsWith(`--${name}=`)));
    if (secret === undefined && !args.some((arg) => arg.includes('PRIVATE KEY-----')))
        return;
    throw new UsageError(secret === undefined
        ? 'A private key does not belong on a command line: other users can read it there. Give the path of its file.'
        : `There is no --${secret}: other users can read a command line, and the shell keeps it. Use --${secret}-env NAME${secret === 'password' ? ', --password-stdin, or neither to be asked' : ''}. Change the one you typed if others use this machine.`);
}
function parse(args) {
    try {
        return parseFlags(args);
    }
    catch (error) {
        const { code, message } = error;
        // A stray argument may be a password, so it is the one thing that is not repeated.
        if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') {
            throw new UsageError('An argument stands alone: each value needs its flag before it.');
        }
        if (code?.startsWith('ERR_PARSE_ARGS')) {
            throw new UsageError(`${message.split(/[.\n]/, 1)[0] ?? ''}.`);
        }
        throw error;
    }
}
function parseFlags(args) {
    return (0,external_node_util_namespaceObject.parseArgs)({ args: [...args], options: FLAGS, strict: true, tokens: true });
}

;// CONCATENATED MODULE: external "node:readline/promises"
const external_node_readline_promises_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline/promises");
;// CONCATENATED MODULE: external "node:stream"
const external_node_stream_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");
;// CONCATENATED MODULE: ./lib/cli/prompt.js


/**
 * Asks for a secret without showing what is typed. The question goes to `output`, which is standard
 * error, so that standard output holds the answer of the check alone.
 *
 * @returns undefined when the person gave up (Ctrl-C, Ctrl-D)
 */
async function askSecret(question, input, output) {
    const nowhere = new external_node_stream_namespaceObject.Writable({
        write(_chunk, _encoding, done) {
            done();
        },
    });
    // `terminal` puts the input in raw mode: only what is written to `nowhere` would be shown.
    const lines = (0,external_node_readline_promises_namespaceObject.createInterface)({ input, output: nowhere, terminal: true, historySize: 0 });
    const givenUp = new Promise((resolve) => {
        lines.once('SIGINT', () => {
            resolve(undefined);
        });
        lines.once('close', () => {
            resolve(undefined);
        });
    });
    output.write(question);
    try {
        return await Promise.race([lines.question(''), givenUp]);
    }
    finally {
        lines.close();
        output.write('\n');
    }
}

;// CONCATENATED MODULE: ./lib/cli/account.js




/** Somebody was asked for a password and left. */
class GivenUp extends Error {
    name = 'GivenUp';
}
/**
 * The account; when a password is all that it lacks and somebody sits at a terminal, they are asked.
 *
 * @throws InputError, UsageError, GivenUp
 */
async function completeAccount(raw) {
    try {
        return parseAccount(raw);
    }
    catch (error) {
        const { stdin, stderr } = process;
        if (!stdin.isTTY || !stderr.isTTY || !lacksOnlyPassword(raw, error))
            throw error;
        const question = `Password for ${printable(raw.username)} at ${printable(raw.host)}: `;
        const password = await askSecret(question, stdin, stderr);
        if (password === undefined)
            throw new GivenUp();
        if (password === '')
            throw new UsageError('The password is empty; nothing was sent.');
        return parseAccount({ ...raw, password });
    }
}
function lacksOnlyPassword(raw, error) {
    if (!(error instanceof InputError) || raw.password !== '')
        return false;
    return error.problems.every(({ input }) => input === 'password');
}
/** What is wrong with the inputs, in the words of a command line; one line each. */
function describeProblems(raw, problems) {
    return problems
        .map(({ input, message }) => {
        const flag = SECRET_INPUTS.includes(input) ? `--${input}-env` : `--${input}`;
        if (raw[input] !== '')
            return `${flag}: ${printable(message)}.`;
        const others = input === 'password' ? ', or --password-stdin; only a terminal is asked' : '';
        return `${flag} is missing${others}.`;
    })
        .join('\n');
}

;// CONCATENATED MODULE: ./lib/cli/exit-status.js

/** All accounts gave the expected answer. */
const EXIT_MET = 0;
/** A server judged a credential otherwise than expected. */
const EXIT_JUDGED = 1;
/** At least one credential could not be judged. */
const EXIT_NOT_JUDGED = 2;
/** EX_USAGE of BSD's sysexits.h: the command line or an input is wrong. */
const EXIT_USAGE = 64;
/** The exit status for results that no signal cut short. A dead credential weighs more than a failed check. */
function exitStatus(results) {
    const unmet = results.filter((result) => !meetsExpectation(result));
    if (unmet.length === 0)
        return EXIT_MET;
    if (unmet.some(isJudged))
        return EXIT_JUDGED;
    return unmet.some(({ verdict }) => verdict === 'config') ? EXIT_USAGE : EXIT_NOT_JUDGED;
}
function isJudged({ account, verdict }) {
    return verdict === (account.expect === 'accepted' ? 'rejected' : 'accepted');
}

;// CONCATENATED MODULE: external "node:path"
const external_node_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");
;// CONCATENATED MODULE: ./lib/cli/help.js





/** A line of help for each input; a test says when one is missing. */
const FLAG_HELP = {
    host: 'name or address of the mail server',
    port: '1 to 65535; 587 and 465 are those for sending with a login',
    starttls: 'required, or never',
    'implicit-tls': 'TLS from the first byte: auto (ports 465, 2465, 8465), true, false',
    username: 'user name, sent as given',
    'password-env': 'environment variable that holds the password',
    'access-token-env': 'environment variable that holds an OAuth 2.0 access token',
    mechanism: 'auto, or one that never falls back, such as PLAIN',
    timeout: 'seconds for the whole check, up to 3600',
    retries: 'further tries after a result that says nothing about the credential',
    'ehlo-name': 'name to give with EHLO instead of the own address',
    'tls-ca': 'file of further certificate authorities, PEM',
    'tls-servername': 'name to expect in the certificate, if not the host',
    'tls-min-version': 'TLSv1.2 or TLSv1.3',
    'tls-fingerprint': 'SHA-256 of the one certificate to trust',
    'client-certificate': 'file of the certificate of this client, PEM',
    'client-key': 'file of the key of that certificate, PEM',
    'certificate-warn-days': 'warn when the certificate ends in fewer days; 0 = never',
    'allow-cleartext-auth': 'true sends the password without TLS: test servers only',
    expect: 'accepted; or rejected, to prove that a revoked credential is dead',
    from: 'may this login send from this address? no mail is sent',
    to: 'may this login send to this address? no mail is sent',
};
const EXAMPLES = `Check a login; the password is asked for:
  smtp-auth-check --host smtp.example.com --username me@example.com

Take the password from a variable, in a script or a CI system:
  smtp-auth-check --host smtp.example.com --username me@example.com --password-env SMTP_PASSWORD

Take it from a password manager, and let the exit status speak:
  pass show smtp | smtp-auth-check --host smtp.example.com --username me@example.com --password-stdin --quiet

Prove that a revoked password is dead:
  smtp-auth-check --host smtp.example.com --username me@example.com --expect rejected`;
const EXIT_STATUS = `  0    the server gave the expected answer
  1    the server refused the credential (or accepted it against --expect rejected)
  2    the credential could not be judged: network, TLS, a temporary failure
  64   the command line or a value in it is wrong; nothing was sent
  130  interrupted (143: terminated)`;
/** The text of --help. */
function helpText() {
    return `Checks that SMTP credentials still work: one login, no mail sent.

Usage: smtp-auth-check --host NAME --username NAME [flags]

${EXAMPLES}

The account:
${[...PLAIN_INPUTS.map((name) => inputLine(name)), ...SECRET_INPUTS.map((name) => line(`${name}-env`, 'NAME', ''))].join('\n')}
${line('password-stdin', '', '', 'read the password from standard input (one line end is dropped)')}
       without either, a terminal is asked and anything else is refused

The answer:
${line('json', '', '', 'the results as JSON, for programs')}
${line('quiet', '', '', 'nothing; the exit status is the answer')}
${line('verbose', '', '', 'also the time of each stage and what was said, without secrets')}
${line('version', '', '', 'the version of this program')}
${line('help', '', '', 'this text')}

Exit status:
${EXIT_STATUS}

Each flag is the action's input of the same name. Where a text says "starttls: never", type
--starttls never. NO_COLOR turns colour off; NODE_EXTRA_CA_CERTS adds certificate authorities.
`;
}
const NAME_WIDTH = 31;
function inputLine(name) {
    const standard = ACCOUNT_DEFAULTS[name];
    return line(name, 'VALUE', standard);
}
function line(name, value, standard, help = FLAG_HELP[name] ?? '') {
    const flag = `  --${name}${value === '' ? '' : ` ${value}`}`;
    return `${flag.padEnd(NAME_WIDTH)} ${help}${standard === '' ? '' : ` (${standard})`}`;
}
/** The version in package.json, which lies two folders above this file in src, lib and dist alike. */
function version() {
    const root = (0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)((0,external_node_path_namespaceObject.dirname)((0,external_node_url_namespaceObject.fileURLToPath)(import.meta.url))));
    const file = JSON.parse((0,external_node_fs_namespaceObject.readFileSync)((0,external_node_path_namespaceObject.join)(root, 'package.json'), 'utf8'));
    return file.version;
}

;// CONCATENATED MODULE: external "node:stream/consumers"
const consumers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/consumers");
;// CONCATENATED MODULE: ./lib/cli/secrets.js


/**
 * Fetches the secrets that the command line names, from environment variables or standard input. The
 * variables are removed: nothing else that this process does needs them.
 *
 * @throws UsageError when a source is missing or empty
 */
async function readSecrets({ secretEnv, passwordStdin }, stdin) {
    const secrets = Object.fromEntries([...secretEnv].map(([input, name]) => [input, takeVariable(input, name)]));
    return passwordStdin ? { ...secrets, password: await readPassword(stdin) } : secrets;
}
function takeVariable(input, name) {
    const value = process.env[name];
    // The name is not repeated: it may be the secret itself, typed where its variable's name belongs.
    if (value === undefined || value === '') {
        const state = value === undefined ? 'not set' : 'empty';
        throw new UsageError(`The environment variable that --${input}-env names is ${state}.`);
    }
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- the user names it
    delete process.env[name];
    return value;
}
/** One line end at the end belongs to `echo` or the editor; everything else is the password. */
async function readPassword(stdin) {
    if (stdin.isTTY) {
        throw new UsageError('--password-stdin expects a pipe. Leave it out to be asked.');
    }
    const password = (await (0,consumers_namespaceObject.text)(stdin)).replace(/\r?\n$/, '');
    if (password === '')
        throw new UsageError('Standard input is empty; --password-stdin needs it.');
    return password;
}

;// CONCATENATED MODULE: ./lib/cli/run.js












/** The terminal's door: a command line in; text or JSON and an exit status out. It never rejects. */
async function runCli(args) {
    process.stdout.on('error', onOutputError);
    try {
        const request = parseCommandLine(args);
        if (request.kind === 'help')
            await print(helpText());
        else if (request.kind === 'version')
            await print(`${version()}\n`);
        else
            await runCheck(request.options);
    }
    catch (error) {
        fail(error);
    }
    exitWithin(EXIT_GRACE_MS);
}
async function runCheck(options) {
    const cancel = new AbortController();
    const onSignal = (signal) => {
        process.exitCode = 128 + external_node_os_namespaceObject.constants.signals[signal];
        cancel.abort();
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal);
    const secrets = await readSecrets(options, process.stdin);
    const raw = { ...ACCOUNT_DEFAULTS, ...options.given, ...secrets };
    const results = [await checkOne(raw, options, cancel.signal)];
    process.exitCode ??= exitStatus(results);
    await print(render(results, options));
}
/** Checks the account, or says what is wrong with it before anything is sent. */
async function checkOne(raw, options, signal) {
    try {
        return await checkWithRetries(await completeAccount(raw), signal);
    }
    catch (error) {
        if (!(error instanceof InputError))
            throw error;
        if (options.output !== 'json')
            throw new UsageError(describeProblems(raw, error.problems));
        return configResult(raw, error);
    }
}
function render(results, { output }) {
    if (output === 'quiet')
        return '';
    if (output === 'json')
        return `${JSON.stringify(results.map(toReport), undefined, 2)}\n`;
    const options = { colour: wantsColour(), verbose: output === 'verbose' };
    return results.map((result) => renderTerminal(result, options)).join('\n');
}
/** Colour for a person only; no-color.org: NO_COLOR counts when it is not empty. */
function wantsColour() {
    const { NO_COLOR: no = '', TERM: terminal } = process.env;
    return process.stdout.isTTY && no === '' && terminal !== 'dumb';
}
/** Resolves once the text has left, also when nobody reads it any more (see onOutputError). */
async function print(text) {
    await new Promise((resolve) => {
        process.stdout.write(text, () => {
            resolve();
        });
    });
}
/** A reader that left, as in `| head`, changes nothing about the verdict; a full disk loses the report. */
function onOutputError(error) {
    if (error.code === 'EPIPE')
        return;
    process.exitCode = EXIT_NOT_JUDGED;
    process.stderr.write(`smtp-auth-check: the output cannot be written (${error.code ?? ''}).\n`);
}
/** Says why nothing was checked. The text of an error that is our own fault may hold anything, so it stays out. */
function fail(error) {
    if (error instanceof UsageError) {
        process.exitCode = EXIT_USAGE;
        const lines = error.message.split('\n').map((line) => `smtp-auth-check: ${line}\n`);
        process.stderr.write(`${lines.join('')}Examples: smtp-auth-check --help\n`);
        return;
    }
    if (error instanceof GivenUp) {
        process.exitCode = 128 + external_node_os_namespaceObject.constants.signals.SIGINT;
        process.stderr.write('smtp-auth-check: cancelled; nothing was sent.\n');
        return;
    }
    process.exitCode = EXIT_NOT_JUDGED;
    const name = error instanceof Error ? printable(error.name) : typeof error;
    process.stderr.write(`smtp-auth-check: the check itself failed (${name}), which says nothing about the credential. Please report it.\n`);
}
/** Longer than any write to a terminal takes; nothing else is waited for. */
const EXIT_GRACE_MS = 250;
/** A name lookup cannot be called back and would hold the process; the verdict is known, so it may go. */
function exitWithin(graceMs) {
    setTimeout(() => process.exit(), graceMs).unref();
}


/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		// no module.id needed
/******/ 		// no module.loaded needed
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId](module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(69);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
