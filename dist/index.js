import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  C: () => (/* binding */ runAction)
});

// NAMESPACE OBJECT: ./lib/node_modules/@actions/core/lib/platform.js
var platform_namespaceObject = {};
__nccwpck_require__.r(platform_namespaceObject);
__nccwpck_require__.d(platform_namespaceObject, {
  arch: () => (arch),
  getDetails: () => (getDetails),
  isLinux: () => (isLinux),
  isMacOS: () => (isMacOS),
  isWindows: () => (isWindows),
  platform: () => (platform)
});

// NAMESPACE OBJECT: ./lib/node_modules/@actions/core/lib/core.js
var core_namespaceObject = {};
__nccwpck_require__.r(core_namespaceObject);
__nccwpck_require__.d(core_namespaceObject, {
  ExitCode: () => (ExitCode),
  addPath: () => (addPath),
  debug: () => (debug),
  endGroup: () => (endGroup),
  error: () => (core_error),
  exportVariable: () => (exportVariable),
  getBooleanInput: () => (getBooleanInput),
  getIDToken: () => (getIDToken),
  getInput: () => (getInput),
  getMultilineInput: () => (getMultilineInput),
  getState: () => (getState),
  group: () => (group),
  info: () => (info),
  isDebug: () => (isDebug),
  markdownSummary: () => (markdownSummary),
  notice: () => (notice),
  platform: () => (platform_namespaceObject),
  saveState: () => (saveState),
  setCommandEcho: () => (setCommandEcho),
  setFailed: () => (setFailed),
  setOutput: () => (setOutput),
  setSecret: () => (setSecret),
  startGroup: () => (startGroup),
  summary: () => (summary),
  toPlatformPath: () => (toPlatformPath),
  toPosixPath: () => (toPosixPath),
  toWin32Path: () => (toWin32Path),
  warning: () => (warning)
});

;// CONCATENATED MODULE: external "node:os"
const external_node_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");
;// CONCATENATED MODULE: external "os"
const external_os_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/utils.js
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */
/**
 * Sanitizes an input into a string so it can be passed into issueCommand safely
 * @param input input to sanitize into a string
 */
function toCommandValue(input) {
    if (input === null || input === undefined) {
        return '';
    }
    else if (typeof input === 'string' || input instanceof String) {
        return input;
    }
    return JSON.stringify(input);
}
/**
 *
 * @param annotationProperties
 * @returns The command properties to send with the actual annotation command
 * See IssueCommandProperties: https://github.com/actions/runner/blob/main/src/Runner.Worker/ActionCommandManager.cs#L646
 */
function toCommandProperties(annotationProperties) {
    if (!Object.keys(annotationProperties).length) {
        return {};
    }
    return {
        title: annotationProperties.title,
        file: annotationProperties.file,
        line: annotationProperties.startLine,
        endLine: annotationProperties.endLine,
        col: annotationProperties.startColumn,
        endColumn: annotationProperties.endColumn
    };
}
//# sourceMappingURL=utils.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/command.js


/**
 * Issues a command to the GitHub Actions runner
 *
 * @param command - The command name to issue
 * @param properties - Additional properties for the command (key-value pairs)
 * @param message - The message to include with the command
 * @remarks
 * This function outputs a specially formatted string to stdout that the Actions
 * runner interprets as a command. These commands can control workflow behavior,
 * set outputs, create annotations, mask values, and more.
 *
 * Command Format:
 *   ::name key=value,key=value::message
 *
 * @example
 * ```typescript
 * // Issue a warning annotation
 * issueCommand('warning', {}, 'This is a warning message');
 * // Output: ::warning::This is a warning message
 *
 * // Set an environment variable
 * issueCommand('set-env', { name: 'MY_VAR' }, 'some value');
 * // Output: ::set-env name=MY_VAR::some value
 *
 * // Add a secret mask
 * issueCommand('add-mask', {}, 'secretValue123');
 * // Output: ::add-mask::secretValue123
 * ```
 *
 * @internal
 * This is an internal utility function that powers the public API functions
 * such as setSecret, warning, error, and exportVariable.
 */
function issueCommand(command, properties, message) {
    const cmd = new Command(command, properties, message);
    process.stdout.write(cmd.toString() + external_os_namespaceObject.EOL);
}
function issue(name, message = '') {
    issueCommand(name, {}, message);
}
const CMD_STRING = '::';
class Command {
    constructor(command, properties, message) {
        if (!command) {
            command = 'missing.command';
        }
        this.command = command;
        this.properties = properties;
        this.message = message;
    }
    toString() {
        let cmdStr = CMD_STRING + this.command;
        if (this.properties && Object.keys(this.properties).length > 0) {
            cmdStr += ' ';
            let first = true;
            for (const key in this.properties) {
                if (this.properties.hasOwnProperty(key)) {
                    const val = this.properties[key];
                    if (val) {
                        if (first) {
                            first = false;
                        }
                        else {
                            cmdStr += ',';
                        }
                        cmdStr += `${key}=${escapeProperty(val)}`;
                    }
                }
            }
        }
        cmdStr += `${CMD_STRING}${escapeData(this.message)}`;
        return cmdStr;
    }
}
function escapeData(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A');
}
function escapeProperty(s) {
    return toCommandValue(s)
        .replace(/%/g, '%25')
        .replace(/\r/g, '%0D')
        .replace(/\n/g, '%0A')
        .replace(/:/g, '%3A')
        .replace(/,/g, '%2C');
}
//# sourceMappingURL=command.js.map
;// CONCATENATED MODULE: external "crypto"
const external_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");
;// CONCATENATED MODULE: external "fs"
const external_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/file-command.js
// For internal use, subject to change.
// We use any as a valid input type
/* eslint-disable @typescript-eslint/no-explicit-any */




function issueFileCommand(command, message) {
    const filePath = process.env[`GITHUB_${command}`];
    if (!filePath) {
        throw new Error(`Unable to find environment variable for file command ${command}`);
    }
    if (!external_fs_namespaceObject.existsSync(filePath)) {
        throw new Error(`Missing file at path: ${filePath}`);
    }
    external_fs_namespaceObject.appendFileSync(filePath, `${toCommandValue(message)}${external_os_namespaceObject.EOL}`, {
        encoding: 'utf8'
    });
}
function prepareKeyValueMessage(key, value) {
    const delimiter = `ghadelimiter_${external_crypto_namespaceObject.randomUUID()}`;
    const convertedValue = toCommandValue(value);
    // These should realistically never happen, but just in case someone finds a
    // way to exploit uuid generation let's not allow keys or values that contain
    // the delimiter.
    if (key.includes(delimiter)) {
        throw new Error(`Unexpected input: name should not contain the delimiter "${delimiter}"`);
    }
    if (convertedValue.includes(delimiter)) {
        throw new Error(`Unexpected input: value should not contain the delimiter "${delimiter}"`);
    }
    return `${key}<<${delimiter}${external_os_namespaceObject.EOL}${convertedValue}${external_os_namespaceObject.EOL}${delimiter}`;
}
//# sourceMappingURL=file-command.js.map
;// CONCATENATED MODULE: external "path"
const external_path_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");
;// CONCATENATED MODULE: ./lib/node_modules/@actions/http-client/index.js
/** Never called: this action fetches its own OIDC token. It fails loudly should that change. */
function absent() {
  throw new Error('@actions/http-client is left out of this bundle');
}

class HttpClient {
  constructor() {
    absent();
  }
}

class BearerCredentialHandler {
  constructor() {
    absent();
  }
}

;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/oidc-utils.js
var __awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



class OidcClient {
    static createHttpClient(allowRetry = true, maxRetry = 10) {
        const requestOptions = {
            allowRetries: allowRetry,
            maxRetries: maxRetry
        };
        return new HttpClient('actions/oidc-client', [new BearerCredentialHandler(OidcClient.getRequestToken())], requestOptions);
    }
    static getRequestToken() {
        const token = process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN'];
        if (!token) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_TOKEN env variable');
        }
        return token;
    }
    static getIDTokenUrl() {
        const runtimeUrl = process.env['ACTIONS_ID_TOKEN_REQUEST_URL'];
        if (!runtimeUrl) {
            throw new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable');
        }
        return runtimeUrl;
    }
    static getCall(id_token_url) {
        return __awaiter(this, void 0, void 0, function* () {
            var _a;
            const httpclient = OidcClient.createHttpClient();
            const res = yield httpclient
                .getJson(id_token_url)
                .catch(error => {
                throw new Error(`Failed to get ID Token. \n 
        Error Code : ${error.statusCode}\n 
        Error Message: ${error.message}`);
            });
            const id_token = (_a = res.result) === null || _a === void 0 ? void 0 : _a.value;
            if (!id_token) {
                throw new Error('Response json body do not have ID Token field');
            }
            return id_token;
        });
    }
    static getIDToken(audience) {
        return __awaiter(this, void 0, void 0, function* () {
            try {
                // New ID Token is requested from action service
                let id_token_url = OidcClient.getIDTokenUrl();
                if (audience) {
                    const encodedAudience = encodeURIComponent(audience);
                    id_token_url = `${id_token_url}&audience=${encodedAudience}`;
                }
                debug(`ID token url is ${id_token_url}`);
                const id_token = yield OidcClient.getCall(id_token_url);
                setSecret(id_token);
                return id_token;
            }
            catch (error) {
                throw new Error(`Error message: ${error.message}`);
            }
        });
    }
}
//# sourceMappingURL=oidc-utils.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/summary.js
var summary_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { access, appendFile, writeFile } = external_fs_namespaceObject.promises;
const SUMMARY_ENV_VAR = 'GITHUB_STEP_SUMMARY';
const SUMMARY_DOCS_URL = 'https://docs.github.com/actions/using-workflows/workflow-commands-for-github-actions#adding-a-job-summary';
class Summary {
    constructor() {
        this._buffer = '';
    }
    /**
     * Finds the summary file path from the environment, rejects if env var is not found or file does not exist
     * Also checks r/w permissions.
     *
     * @returns step summary file path
     */
    filePath() {
        return summary_awaiter(this, void 0, void 0, function* () {
            if (this._filePath) {
                return this._filePath;
            }
            const pathFromEnv = process.env[SUMMARY_ENV_VAR];
            if (!pathFromEnv) {
                throw new Error(`Unable to find environment variable for $${SUMMARY_ENV_VAR}. Check if your runtime environment supports job summaries.`);
            }
            try {
                yield access(pathFromEnv, external_fs_namespaceObject.constants.R_OK | external_fs_namespaceObject.constants.W_OK);
            }
            catch (_a) {
                throw new Error(`Unable to access summary file: '${pathFromEnv}'. Check if the file has correct read/write permissions.`);
            }
            this._filePath = pathFromEnv;
            return this._filePath;
        });
    }
    /**
     * Wraps content in an HTML tag, adding any HTML attributes
     *
     * @param {string} tag HTML tag to wrap
     * @param {string | null} content content within the tag
     * @param {[attribute: string]: string} attrs key-value list of HTML attributes to add
     *
     * @returns {string} content wrapped in HTML element
     */
    wrap(tag, content, attrs = {}) {
        const htmlAttrs = Object.entries(attrs)
            .map(([key, value]) => ` ${key}="${value}"`)
            .join('');
        if (!content) {
            return `<${tag}${htmlAttrs}>`;
        }
        return `<${tag}${htmlAttrs}>${content}</${tag}>`;
    }
    /**
     * Writes text in the buffer to the summary buffer file and empties buffer. Will append by default.
     *
     * @param {SummaryWriteOptions} [options] (optional) options for write operation
     *
     * @returns {Promise<Summary>} summary instance
     */
    write(options) {
        return summary_awaiter(this, void 0, void 0, function* () {
            const overwrite = !!(options === null || options === void 0 ? void 0 : options.overwrite);
            const filePath = yield this.filePath();
            const writeFunc = overwrite ? writeFile : appendFile;
            yield writeFunc(filePath, this._buffer, { encoding: 'utf8' });
            return this.emptyBuffer();
        });
    }
    /**
     * Clears the summary buffer and wipes the summary file
     *
     * @returns {Summary} summary instance
     */
    clear() {
        return summary_awaiter(this, void 0, void 0, function* () {
            return this.emptyBuffer().write({ overwrite: true });
        });
    }
    /**
     * Returns the current summary buffer as a string
     *
     * @returns {string} string of summary buffer
     */
    stringify() {
        return this._buffer;
    }
    /**
     * If the summary buffer is empty
     *
     * @returns {boolen} true if the buffer is empty
     */
    isEmptyBuffer() {
        return this._buffer.length === 0;
    }
    /**
     * Resets the summary buffer without writing to summary file
     *
     * @returns {Summary} summary instance
     */
    emptyBuffer() {
        this._buffer = '';
        return this;
    }
    /**
     * Adds raw text to the summary buffer
     *
     * @param {string} text content to add
     * @param {boolean} [addEOL=false] (optional) append an EOL to the raw text (default: false)
     *
     * @returns {Summary} summary instance
     */
    addRaw(text, addEOL = false) {
        this._buffer += text;
        return addEOL ? this.addEOL() : this;
    }
    /**
     * Adds the operating system-specific end-of-line marker to the buffer
     *
     * @returns {Summary} summary instance
     */
    addEOL() {
        return this.addRaw(external_os_namespaceObject.EOL);
    }
    /**
     * Adds an HTML codeblock to the summary buffer
     *
     * @param {string} code content to render within fenced code block
     * @param {string} lang (optional) language to syntax highlight code
     *
     * @returns {Summary} summary instance
     */
    addCodeBlock(code, lang) {
        const attrs = Object.assign({}, (lang && { lang }));
        const element = this.wrap('pre', this.wrap('code', code), attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML list to the summary buffer
     *
     * @param {string[]} items list of items to render
     * @param {boolean} [ordered=false] (optional) if the rendered list should be ordered or not (default: false)
     *
     * @returns {Summary} summary instance
     */
    addList(items, ordered = false) {
        const tag = ordered ? 'ol' : 'ul';
        const listItems = items.map(item => this.wrap('li', item)).join('');
        const element = this.wrap(tag, listItems);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML table to the summary buffer
     *
     * @param {SummaryTableCell[]} rows table rows
     *
     * @returns {Summary} summary instance
     */
    addTable(rows) {
        const tableBody = rows
            .map(row => {
            const cells = row
                .map(cell => {
                if (typeof cell === 'string') {
                    return this.wrap('td', cell);
                }
                const { header, data, colspan, rowspan } = cell;
                const tag = header ? 'th' : 'td';
                const attrs = Object.assign(Object.assign({}, (colspan && { colspan })), (rowspan && { rowspan }));
                return this.wrap(tag, data, attrs);
            })
                .join('');
            return this.wrap('tr', cells);
        })
            .join('');
        const element = this.wrap('table', tableBody);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds a collapsable HTML details element to the summary buffer
     *
     * @param {string} label text for the closed state
     * @param {string} content collapsable content
     *
     * @returns {Summary} summary instance
     */
    addDetails(label, content) {
        const element = this.wrap('details', this.wrap('summary', label) + content);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML image tag to the summary buffer
     *
     * @param {string} src path to the image you to embed
     * @param {string} alt text description of the image
     * @param {SummaryImageOptions} options (optional) addition image attributes
     *
     * @returns {Summary} summary instance
     */
    addImage(src, alt, options) {
        const { width, height } = options || {};
        const attrs = Object.assign(Object.assign({}, (width && { width })), (height && { height }));
        const element = this.wrap('img', null, Object.assign({ src, alt }, attrs));
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML section heading element
     *
     * @param {string} text heading text
     * @param {number | string} [level=1] (optional) the heading level, default: 1
     *
     * @returns {Summary} summary instance
     */
    addHeading(text, level) {
        const tag = `h${level}`;
        const allowedTag = ['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].includes(tag)
            ? tag
            : 'h1';
        const element = this.wrap(allowedTag, text);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML thematic break (<hr>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addSeparator() {
        const element = this.wrap('hr', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML line break (<br>) to the summary buffer
     *
     * @returns {Summary} summary instance
     */
    addBreak() {
        const element = this.wrap('br', null);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML blockquote to the summary buffer
     *
     * @param {string} text quote text
     * @param {string} cite (optional) citation url
     *
     * @returns {Summary} summary instance
     */
    addQuote(text, cite) {
        const attrs = Object.assign({}, (cite && { cite }));
        const element = this.wrap('blockquote', text, attrs);
        return this.addRaw(element).addEOL();
    }
    /**
     * Adds an HTML anchor tag to the summary buffer
     *
     * @param {string} text link text/content
     * @param {string} href hyperlink
     *
     * @returns {Summary} summary instance
     */
    addLink(text, href) {
        const element = this.wrap('a', text, { href });
        return this.addRaw(element).addEOL();
    }
}
const _summary = new Summary();
/**
 * @deprecated use `core.summary`
 */
const markdownSummary = _summary;
const summary = _summary;
//# sourceMappingURL=summary.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/path-utils.js

/**
 * toPosixPath converts the given path to the posix form. On Windows, \\ will be
 * replaced with /.
 *
 * @param pth. Path to transform.
 * @return string Posix path.
 */
function toPosixPath(pth) {
    return pth.replace(/[\\]/g, '/');
}
/**
 * toWin32Path converts the given path to the win32 form. On Linux, / will be
 * replaced with \\.
 *
 * @param pth. Path to transform.
 * @return string Win32 path.
 */
function toWin32Path(pth) {
    return pth.replace(/[/]/g, '\\');
}
/**
 * toPlatformPath converts the given path to a platform-specific path. It does
 * this by replacing instances of / and \ with the platform-specific path
 * separator.
 *
 * @param pth The path to platformize.
 * @return string The platform-specific path.
 */
function toPlatformPath(pth) {
    return pth.replace(/[/\\]/g, external_path_namespaceObject.sep);
}
//# sourceMappingURL=path-utils.js.map
;// CONCATENATED MODULE: external "string_decoder"
const external_string_decoder_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");
;// CONCATENATED MODULE: external "events"
const external_events_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");
;// CONCATENATED MODULE: external "child_process"
const external_child_process_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");
;// CONCATENATED MODULE: external "assert"
const external_assert_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io-util.js
var io_util_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const { chmod, copyFile, lstat, mkdir, open: io_util_open, readdir, rename, rm, rmdir, stat, symlink, unlink } = external_fs_namespaceObject.promises;
// export const {open} = 'fs'
const IS_WINDOWS = process.platform === 'win32';
/**
 * Custom implementation of readlink to ensure Windows junctions
 * maintain trailing backslash for backward compatibility with Node.js < 24
 *
 * In Node.js 20, Windows junctions (directory symlinks) always returned paths
 * with trailing backslashes. Node.js 24 removed this behavior, which breaks
 * code that relied on this format for path operations.
 *
 * This implementation restores the Node 20 behavior by adding a trailing
 * backslash to all junction results on Windows.
 */
function readlink(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        const result = yield fs.promises.readlink(fsPath);
        // On Windows, restore Node 20 behavior: add trailing backslash to all results
        // since junctions on Windows are always directory links
        if (IS_WINDOWS && !result.endsWith('\\')) {
            return `${result}\\`;
        }
        return result;
    });
}
// See https://github.com/nodejs/node/blob/d0153aee367422d0858105abec186da4dff0a0c5/deps/uv/include/uv/win.h#L691
const UV_FS_O_EXLOCK = 0x10000000;
const READONLY = external_fs_namespaceObject.constants.O_RDONLY;
function exists(fsPath) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        try {
            yield stat(fsPath);
        }
        catch (err) {
            if (err.code === 'ENOENT') {
                return false;
            }
            throw err;
        }
        return true;
    });
}
function isDirectory(fsPath_1) {
    return io_util_awaiter(this, arguments, void 0, function* (fsPath, useStat = false) {
        const stats = useStat ? yield stat(fsPath) : yield lstat(fsPath);
        return stats.isDirectory();
    });
}
/**
 * On OSX/Linux, true if path starts with '/'. On Windows, true for paths like:
 * \, \hello, \\hello\share, C:, and C:\hello (and corresponding alternate separator cases).
 */
function isRooted(p) {
    p = normalizeSeparators(p);
    if (!p) {
        throw new Error('isRooted() parameter "p" cannot be empty');
    }
    if (IS_WINDOWS) {
        return (p.startsWith('\\') || /^[A-Z]:/i.test(p) // e.g. \ or \hello or \\hello
        ); // e.g. C: or C:\hello
    }
    return p.startsWith('/');
}
/**
 * Best effort attempt to determine whether a file exists and is executable.
 * @param filePath    file path to check
 * @param extensions  additional file extensions to try
 * @return if file exists and is executable, returns the file path. otherwise empty string.
 */
function tryGetExecutablePath(filePath, extensions) {
    return io_util_awaiter(this, void 0, void 0, function* () {
        let stats = undefined;
        try {
            // test file exists
            stats = yield stat(filePath);
        }
        catch (err) {
            if (err.code !== 'ENOENT') {
                // eslint-disable-next-line no-console
                console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
            }
        }
        if (stats && stats.isFile()) {
            if (IS_WINDOWS) {
                // on Windows, test for valid extension
                const upperExt = external_path_namespaceObject.extname(filePath).toUpperCase();
                if (extensions.some(validExt => validExt.toUpperCase() === upperExt)) {
                    return filePath;
                }
            }
            else {
                if (isUnixExecutable(stats)) {
                    return filePath;
                }
            }
        }
        // try each extension
        const originalFilePath = filePath;
        for (const extension of extensions) {
            filePath = originalFilePath + extension;
            stats = undefined;
            try {
                stats = yield stat(filePath);
            }
            catch (err) {
                if (err.code !== 'ENOENT') {
                    // eslint-disable-next-line no-console
                    console.log(`Unexpected error attempting to determine if executable file exists '${filePath}': ${err}`);
                }
            }
            if (stats && stats.isFile()) {
                if (IS_WINDOWS) {
                    // preserve the case of the actual file (since an extension was appended)
                    try {
                        const directory = external_path_namespaceObject.dirname(filePath);
                        const upperName = external_path_namespaceObject.basename(filePath).toUpperCase();
                        for (const actualName of yield readdir(directory)) {
                            if (upperName === actualName.toUpperCase()) {
                                filePath = external_path_namespaceObject.join(directory, actualName);
                                break;
                            }
                        }
                    }
                    catch (err) {
                        // eslint-disable-next-line no-console
                        console.log(`Unexpected error attempting to determine the actual case of the file '${filePath}': ${err}`);
                    }
                    return filePath;
                }
                else {
                    if (isUnixExecutable(stats)) {
                        return filePath;
                    }
                }
            }
        }
        return '';
    });
}
function normalizeSeparators(p) {
    p = p || '';
    if (IS_WINDOWS) {
        // convert slashes on Windows
        p = p.replace(/\//g, '\\');
        // remove redundant slashes
        return p.replace(/\\\\+/g, '\\');
    }
    // remove redundant slashes
    return p.replace(/\/\/+/g, '/');
}
// on Mac/Linux, test the execute bit
//     R   W  X  R  W X R W X
//   256 128 64 32 16 8 4 2 1
function isUnixExecutable(stats) {
    return ((stats.mode & 1) > 0 ||
        ((stats.mode & 8) > 0 &&
            process.getgid !== undefined &&
            stats.gid === process.getgid()) ||
        ((stats.mode & 64) > 0 &&
            process.getuid !== undefined &&
            stats.uid === process.getuid()));
}
// Get the path of cmd.exe in windows
function getCmdPath() {
    var _a;
    return (_a = process.env['COMSPEC']) !== null && _a !== void 0 ? _a : `cmd.exe`;
}
//# sourceMappingURL=io-util.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/io/lib/io.js
var io_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};



/**
 * Copies a file or folder.
 * Based off of shelljs - https://github.com/shelljs/shelljs/blob/9237f66c52e5daa40458f94f9565e18e8132f5a6/src/cp.js
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See CopyOptions.
 */
function cp(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        const { force, recursive, copySourceDirectory } = readCopyOptions(options);
        const destStat = (yield ioUtil.exists(dest)) ? yield ioUtil.stat(dest) : null;
        // Dest is an existing file, but not forcing
        if (destStat && destStat.isFile() && !force) {
            return;
        }
        // If dest is an existing directory, should copy inside.
        const newDest = destStat && destStat.isDirectory() && copySourceDirectory
            ? path.join(dest, path.basename(source))
            : dest;
        if (!(yield ioUtil.exists(source))) {
            throw new Error(`no such file or directory: ${source}`);
        }
        const sourceStat = yield ioUtil.stat(source);
        if (sourceStat.isDirectory()) {
            if (!recursive) {
                throw new Error(`Failed to copy. ${source} is a directory, but tried to copy without recursive flag.`);
            }
            else {
                yield cpDirRecursive(source, newDest, 0, force);
            }
        }
        else {
            if (path.relative(source, newDest) === '') {
                // a file cannot be copied to itself
                throw new Error(`'${newDest}' and '${source}' are the same file`);
            }
            yield io_copyFile(source, newDest, force);
        }
    });
}
/**
 * Moves a path.
 *
 * @param     source    source path
 * @param     dest      destination path
 * @param     options   optional. See MoveOptions.
 */
function mv(source_1, dest_1) {
    return io_awaiter(this, arguments, void 0, function* (source, dest, options = {}) {
        if (yield ioUtil.exists(dest)) {
            let destExists = true;
            if (yield ioUtil.isDirectory(dest)) {
                // If dest is directory copy src into dest
                dest = path.join(dest, path.basename(source));
                destExists = yield ioUtil.exists(dest);
            }
            if (destExists) {
                if (options.force == null || options.force) {
                    yield rmRF(dest);
                }
                else {
                    throw new Error('Destination already exists');
                }
            }
        }
        yield mkdirP(path.dirname(dest));
        yield ioUtil.rename(source, dest);
    });
}
/**
 * Remove a path recursively with force
 *
 * @param inputPath path to remove
 */
function rmRF(inputPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (ioUtil.IS_WINDOWS) {
            // Check for invalid characters
            // https://docs.microsoft.com/en-us/windows/win32/fileio/naming-a-file
            if (/[*"<>|]/.test(inputPath)) {
                throw new Error('File path must not contain `*`, `"`, `<`, `>` or `|` on Windows');
            }
        }
        try {
            // note if path does not exist, error is silent
            yield ioUtil.rm(inputPath, {
                force: true,
                maxRetries: 3,
                recursive: true,
                retryDelay: 300
            });
        }
        catch (err) {
            throw new Error(`File was unable to be removed ${err}`);
        }
    });
}
/**
 * Make a directory.  Creates the full path with folders in between
 * Will throw if it fails
 *
 * @param   fsPath        path to create
 * @returns Promise<void>
 */
function mkdirP(fsPath) {
    return io_awaiter(this, void 0, void 0, function* () {
        ok(fsPath, 'a path argument must be provided');
        yield ioUtil.mkdir(fsPath, { recursive: true });
    });
}
/**
 * Returns path of a tool had the tool actually been invoked.  Resolves via paths.
 * If you check and the tool does not exist, it will throw.
 *
 * @param     tool              name of the tool
 * @param     check             whether to check if tool exists
 * @returns   Promise<string>   path to tool
 */
function which(tool, check) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // recursive when check=true
        if (check) {
            const result = yield which(tool, false);
            if (!result) {
                if (IS_WINDOWS) {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also verify the file has a valid extension for an executable file.`);
                }
                else {
                    throw new Error(`Unable to locate executable file: ${tool}. Please verify either the file path exists or the file can be found within a directory specified by the PATH environment variable. Also check the file mode to verify the file is executable.`);
                }
            }
            return result;
        }
        const matches = yield findInPath(tool);
        if (matches && matches.length > 0) {
            return matches[0];
        }
        return '';
    });
}
/**
 * Returns a list of all occurrences of the given tool on the system path.
 *
 * @returns   Promise<string[]>  the paths of the tool
 */
function findInPath(tool) {
    return io_awaiter(this, void 0, void 0, function* () {
        if (!tool) {
            throw new Error("parameter 'tool' is required");
        }
        // build the list of extensions to try
        const extensions = [];
        if (IS_WINDOWS && process.env['PATHEXT']) {
            for (const extension of process.env['PATHEXT'].split(external_path_namespaceObject.delimiter)) {
                if (extension) {
                    extensions.push(extension);
                }
            }
        }
        // if it's rooted, return it if exists. otherwise return empty.
        if (isRooted(tool)) {
            const filePath = yield tryGetExecutablePath(tool, extensions);
            if (filePath) {
                return [filePath];
            }
            return [];
        }
        // if any path separators, return empty
        if (tool.includes(external_path_namespaceObject.sep)) {
            return [];
        }
        // build the list of directories
        //
        // Note, technically "where" checks the current directory on Windows. From a toolkit perspective,
        // it feels like we should not do this. Checking the current directory seems like more of a use
        // case of a shell, and the which() function exposed by the toolkit should strive for consistency
        // across platforms.
        const directories = [];
        if (process.env.PATH) {
            for (const p of process.env.PATH.split(external_path_namespaceObject.delimiter)) {
                if (p) {
                    directories.push(p);
                }
            }
        }
        // find all matches
        const matches = [];
        for (const directory of directories) {
            const filePath = yield tryGetExecutablePath(external_path_namespaceObject.join(directory, tool), extensions);
            if (filePath) {
                matches.push(filePath);
            }
        }
        return matches;
    });
}
function readCopyOptions(options) {
    const force = options.force == null ? true : options.force;
    const recursive = Boolean(options.recursive);
    const copySourceDirectory = options.copySourceDirectory == null
        ? true
        : Boolean(options.copySourceDirectory);
    return { force, recursive, copySourceDirectory };
}
function cpDirRecursive(sourceDir, destDir, currentDepth, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        // Ensure there is not a run away recursive copy
        if (currentDepth >= 255)
            return;
        currentDepth++;
        yield mkdirP(destDir);
        const files = yield ioUtil.readdir(sourceDir);
        for (const fileName of files) {
            const srcFile = `${sourceDir}/${fileName}`;
            const destFile = `${destDir}/${fileName}`;
            const srcFileStat = yield ioUtil.lstat(srcFile);
            if (srcFileStat.isDirectory()) {
                // Recurse
                yield cpDirRecursive(srcFile, destFile, currentDepth, force);
            }
            else {
                yield io_copyFile(srcFile, destFile, force);
            }
        }
        // Change the mode for the newly created directory
        yield ioUtil.chmod(destDir, (yield ioUtil.stat(sourceDir)).mode);
    });
}
// Buffered file copy
function io_copyFile(srcFile, destFile, force) {
    return io_awaiter(this, void 0, void 0, function* () {
        if ((yield ioUtil.lstat(srcFile)).isSymbolicLink()) {
            // unlink/re-link it
            try {
                yield ioUtil.lstat(destFile);
                yield ioUtil.unlink(destFile);
            }
            catch (e) {
                // Try to override file permission
                if (e.code === 'EPERM') {
                    yield ioUtil.chmod(destFile, '0666');
                    yield ioUtil.unlink(destFile);
                }
                // other errors = it doesn't exist, no work to do
            }
            // Copy over symlink
            const symlinkFull = yield ioUtil.readlink(srcFile);
            yield ioUtil.symlink(symlinkFull, destFile, ioUtil.IS_WINDOWS ? 'junction' : null);
        }
        else if (!(yield ioUtil.exists(destFile)) || force) {
            yield ioUtil.copyFile(srcFile, destFile);
        }
    });
}
//# sourceMappingURL=io.js.map
;// CONCATENATED MODULE: external "timers"
const external_timers_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/toolrunner.js
var toolrunner_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};







/* eslint-disable @typescript-eslint/unbound-method */
const toolrunner_IS_WINDOWS = process.platform === 'win32';
/*
 * Class for running command line tools. Handles quoting and arg parsing in a platform agnostic way.
 */
class ToolRunner extends external_events_namespaceObject.EventEmitter {
    constructor(toolPath, args, options) {
        super();
        if (!toolPath) {
            throw new Error("Parameter 'toolPath' cannot be null or empty.");
        }
        this.toolPath = toolPath;
        this.args = args || [];
        this.options = options || {};
    }
    _debug(message) {
        if (this.options.listeners && this.options.listeners.debug) {
            this.options.listeners.debug(message);
        }
    }
    _getCommandString(options, noPrefix) {
        const toolPath = this._getSpawnFileName();
        const args = this._getSpawnArgs(options);
        let cmd = noPrefix ? '' : '[command]'; // omit prefix when piped to a second tool
        if (toolrunner_IS_WINDOWS) {
            // Windows + cmd file
            if (this._isCmdFile()) {
                cmd += toolPath;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows + verbatim
            else if (options.windowsVerbatimArguments) {
                cmd += `"${toolPath}"`;
                for (const a of args) {
                    cmd += ` ${a}`;
                }
            }
            // Windows (regular)
            else {
                cmd += this._windowsQuoteCmdArg(toolPath);
                for (const a of args) {
                    cmd += ` ${this._windowsQuoteCmdArg(a)}`;
                }
            }
        }
        else {
            // OSX/Linux - this can likely be improved with some form of quoting.
            // creating processes on Unix is fundamentally different than Windows.
            // on Unix, execvp() takes an arg array.
            cmd += toolPath;
            for (const a of args) {
                cmd += ` ${a}`;
            }
        }
        return cmd;
    }
    _processLineBuffer(data, strBuffer, onLine) {
        try {
            let s = strBuffer + data.toString();
            let n = s.indexOf(external_os_namespaceObject.EOL);
            while (n > -1) {
                const line = s.substring(0, n);
                onLine(line);
                // the rest of the string ...
                s = s.substring(n + external_os_namespaceObject.EOL.length);
                n = s.indexOf(external_os_namespaceObject.EOL);
            }
            return s;
        }
        catch (err) {
            // streaming lines to console is best effort.  Don't fail a build.
            this._debug(`error processing line. Failed with error ${err}`);
            return '';
        }
    }
    _getSpawnFileName() {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                return process.env['COMSPEC'] || 'cmd.exe';
            }
        }
        return this.toolPath;
    }
    _getSpawnArgs(options) {
        if (toolrunner_IS_WINDOWS) {
            if (this._isCmdFile()) {
                let argline = `/D /S /C "${this._windowsQuoteCmdArg(this.toolPath)}`;
                for (const a of this.args) {
                    argline += ' ';
                    argline += options.windowsVerbatimArguments
                        ? a
                        : this._windowsQuoteCmdArg(a);
                }
                argline += '"';
                return [argline];
            }
        }
        return this.args;
    }
    _endsWith(str, end) {
        return str.endsWith(end);
    }
    _isCmdFile() {
        const upperToolPath = this.toolPath.toUpperCase();
        return (this._endsWith(upperToolPath, '.CMD') ||
            this._endsWith(upperToolPath, '.BAT'));
    }
    _windowsQuoteCmdArg(arg) {
        // for .exe, apply the normal quoting rules that libuv applies
        if (!this._isCmdFile()) {
            return this._uvQuoteCmdArg(arg);
        }
        // otherwise apply quoting rules specific to the cmd.exe command line parser.
        // the libuv rules are generic and are not designed specifically for cmd.exe
        // command line parser.
        //
        // for a detailed description of the cmd.exe command line parser, refer to
        // http://stackoverflow.com/questions/4094699/how-does-the-windows-command-interpreter-cmd-exe-parse-scripts/7970912#7970912
        // need quotes for empty arg
        if (!arg) {
            return '""';
        }
        // determine whether the arg needs to be quoted
        const cmdSpecialChars = [
            ' ',
            '\t',
            '&',
            '(',
            ')',
            '[',
            ']',
            '{',
            '}',
            '^',
            '=',
            ';',
            '!',
            "'",
            '+',
            ',',
            '`',
            '~',
            '|',
            '<',
            '>',
            '"'
        ];
        let needsQuotes = false;
        for (const char of arg) {
            if (cmdSpecialChars.some(x => x === char)) {
                needsQuotes = true;
                break;
            }
        }
        // short-circuit if quotes not needed
        if (!needsQuotes) {
            return arg;
        }
        // the following quoting rules are very similar to the rules that by libuv applies.
        //
        // 1) wrap the string in quotes
        //
        // 2) double-up quotes - i.e. " => ""
        //
        //    this is different from the libuv quoting rules. libuv replaces " with \", which unfortunately
        //    doesn't work well with a cmd.exe command line.
        //
        //    note, replacing " with "" also works well if the arg is passed to a downstream .NET console app.
        //    for example, the command line:
        //          foo.exe "myarg:""my val"""
        //    is parsed by a .NET console app into an arg array:
        //          [ "myarg:\"my val\"" ]
        //    which is the same end result when applying libuv quoting rules. although the actual
        //    command line from libuv quoting rules would look like:
        //          foo.exe "myarg:\"my val\""
        //
        // 3) double-up slashes that precede a quote,
        //    e.g.  hello \world    => "hello \world"
        //          hello\"world    => "hello\\""world"
        //          hello\\"world   => "hello\\\\""world"
        //          hello world\    => "hello world\\"
        //
        //    technically this is not required for a cmd.exe command line, or the batch argument parser.
        //    the reasons for including this as a .cmd quoting rule are:
        //
        //    a) this is optimized for the scenario where the argument is passed from the .cmd file to an
        //       external program. many programs (e.g. .NET console apps) rely on the slash-doubling rule.
        //
        //    b) it's what we've been doing previously (by deferring to node default behavior) and we
        //       haven't heard any complaints about that aspect.
        //
        // note, a weakness of the quoting rules chosen here, is that % is not escaped. in fact, % cannot be
        // escaped when used on the command line directly - even though within a .cmd file % can be escaped
        // by using %%.
        //
        // the saving grace is, on the command line, %var% is left as-is if var is not defined. this contrasts
        // the line parsing rules within a .cmd file, where if var is not defined it is replaced with nothing.
        //
        // one option that was explored was replacing % with ^% - i.e. %var% => ^%var^%. this hack would
        // often work, since it is unlikely that var^ would exist, and the ^ character is removed when the
        // variable is used. the problem, however, is that ^ is not removed when %* is used to pass the args
        // to an external program.
        //
        // an unexplored potential solution for the % escaping problem, is to create a wrapper .cmd file.
        // % can be escaped within a .cmd file.
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\'; // double the slash
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '"'; // double the quote
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _uvQuoteCmdArg(arg) {
        // Tool runner wraps child_process.spawn() and needs to apply the same quoting as
        // Node in certain cases where the undocumented spawn option windowsVerbatimArguments
        // is used.
        //
        // Since this function is a port of quote_cmd_arg from Node 4.x (technically, lib UV,
        // see https://github.com/nodejs/node/blob/v4.x/deps/uv/src/win/process.c for details),
        // pasting copyright notice from Node within this function:
        //
        //      Copyright Joyent, Inc. and other Node contributors. All rights reserved.
        //
        //      Permission is hereby granted, free of charge, to any person obtaining a copy
        //      of this software and associated documentation files (the "Software"), to
        //      deal in the Software without restriction, including without limitation the
        //      rights to use, copy, modify, merge, publish, distribute, sublicense, and/or
        //      sell copies of the Software, and to permit persons to whom the Software is
        //      furnished to do so, subject to the following conditions:
        //
        //      The above copyright notice and this permission notice shall be included in
        //      all copies or substantial portions of the Software.
        //
        //      THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR
        //      IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,
        //      FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE
        //      AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER
        //      LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING
        //      FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS
        //      IN THE SOFTWARE.
        if (!arg) {
            // Need double quotation for empty argument
            return '""';
        }
        if (!arg.includes(' ') && !arg.includes('\t') && !arg.includes('"')) {
            // No quotation needed
            return arg;
        }
        if (!arg.includes('"') && !arg.includes('\\')) {
            // No embedded double quotes or backslashes, so I can just wrap
            // quote marks around the whole thing.
            return `"${arg}"`;
        }
        // Expected input/output:
        //   input : hello"world
        //   output: "hello\"world"
        //   input : hello""world
        //   output: "hello\"\"world"
        //   input : hello\world
        //   output: hello\world
        //   input : hello\\world
        //   output: hello\\world
        //   input : hello\"world
        //   output: "hello\\\"world"
        //   input : hello\\"world
        //   output: "hello\\\\\"world"
        //   input : hello world\
        //   output: "hello world\\" - note the comment in libuv actually reads "hello world\"
        //                             but it appears the comment is wrong, it should be "hello world\\"
        let reverse = '"';
        let quoteHit = true;
        for (let i = arg.length; i > 0; i--) {
            // walk the string in reverse
            reverse += arg[i - 1];
            if (quoteHit && arg[i - 1] === '\\') {
                reverse += '\\';
            }
            else if (arg[i - 1] === '"') {
                quoteHit = true;
                reverse += '\\';
            }
            else {
                quoteHit = false;
            }
        }
        reverse += '"';
        return reverse.split('').reverse().join('');
    }
    _cloneExecOptions(options) {
        options = options || {};
        const result = {
            cwd: options.cwd || process.cwd(),
            env: options.env || process.env,
            silent: options.silent || false,
            windowsVerbatimArguments: options.windowsVerbatimArguments || false,
            failOnStdErr: options.failOnStdErr || false,
            ignoreReturnCode: options.ignoreReturnCode || false,
            delay: options.delay || 10000
        };
        result.outStream = options.outStream || process.stdout;
        result.errStream = options.errStream || process.stderr;
        return result;
    }
    _getSpawnOptions(options, toolPath) {
        options = options || {};
        const result = {};
        result.cwd = options.cwd;
        result.env = options.env;
        result['windowsVerbatimArguments'] =
            options.windowsVerbatimArguments || this._isCmdFile();
        if (options.windowsVerbatimArguments) {
            result.argv0 = `"${toolPath}"`;
        }
        return result;
    }
    /**
     * Exec a tool.
     * Output will be streamed to the live console.
     * Returns promise with return code
     *
     * @param     tool     path to tool to exec
     * @param     options  optional exec options.  See ExecOptions
     * @returns   number
     */
    exec() {
        return toolrunner_awaiter(this, void 0, void 0, function* () {
            // root the tool path if it is unrooted and contains relative pathing
            if (!isRooted(this.toolPath) &&
                (this.toolPath.includes('/') ||
                    (toolrunner_IS_WINDOWS && this.toolPath.includes('\\')))) {
                // prefer options.cwd if it is specified, however options.cwd may also need to be rooted
                this.toolPath = external_path_namespaceObject.resolve(process.cwd(), this.options.cwd || process.cwd(), this.toolPath);
            }
            // if the tool is only a file name, then resolve it from the PATH
            // otherwise verify it exists (add extension on Windows if necessary)
            this.toolPath = yield which(this.toolPath, true);
            return new Promise((resolve, reject) => toolrunner_awaiter(this, void 0, void 0, function* () {
                this._debug(`exec tool: ${this.toolPath}`);
                this._debug('arguments:');
                for (const arg of this.args) {
                    this._debug(`   ${arg}`);
                }
                const optionsNonNull = this._cloneExecOptions(this.options);
                if (!optionsNonNull.silent && optionsNonNull.outStream) {
                    optionsNonNull.outStream.write(this._getCommandString(optionsNonNull) + external_os_namespaceObject.EOL);
                }
                const state = new ExecState(optionsNonNull, this.toolPath);
                state.on('debug', (message) => {
                    this._debug(message);
                });
                if (this.options.cwd && !(yield exists(this.options.cwd))) {
                    return reject(new Error(`The cwd: ${this.options.cwd} does not exist!`));
                }
                const fileName = this._getSpawnFileName();
                const cp = external_child_process_namespaceObject.spawn(fileName, this._getSpawnArgs(optionsNonNull), this._getSpawnOptions(this.options, fileName));
                let stdbuffer = '';
                if (cp.stdout) {
                    cp.stdout.on('data', (data) => {
                        if (this.options.listeners && this.options.listeners.stdout) {
                            this.options.listeners.stdout(data);
                        }
                        if (!optionsNonNull.silent && optionsNonNull.outStream) {
                            optionsNonNull.outStream.write(data);
                        }
                        stdbuffer = this._processLineBuffer(data, stdbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.stdline) {
                                this.options.listeners.stdline(line);
                            }
                        });
                    });
                }
                let errbuffer = '';
                if (cp.stderr) {
                    cp.stderr.on('data', (data) => {
                        state.processStderr = true;
                        if (this.options.listeners && this.options.listeners.stderr) {
                            this.options.listeners.stderr(data);
                        }
                        if (!optionsNonNull.silent &&
                            optionsNonNull.errStream &&
                            optionsNonNull.outStream) {
                            const s = optionsNonNull.failOnStdErr
                                ? optionsNonNull.errStream
                                : optionsNonNull.outStream;
                            s.write(data);
                        }
                        errbuffer = this._processLineBuffer(data, errbuffer, (line) => {
                            if (this.options.listeners && this.options.listeners.errline) {
                                this.options.listeners.errline(line);
                            }
                        });
                    });
                }
                cp.on('error', (err) => {
                    state.processError = err.message;
                    state.processExited = true;
                    state.processClosed = true;
                    state.CheckComplete();
                });
                cp.on('exit', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    this._debug(`Exit code ${code} received from tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                cp.on('close', (code) => {
                    state.processExitCode = code;
                    state.processExited = true;
                    state.processClosed = true;
                    this._debug(`STDIO streams have closed for tool '${this.toolPath}'`);
                    state.CheckComplete();
                });
                state.on('done', (error, exitCode) => {
                    if (stdbuffer.length > 0) {
                        this.emit('stdline', stdbuffer);
                    }
                    if (errbuffer.length > 0) {
                        this.emit('errline', errbuffer);
                    }
                    cp.removeAllListeners();
                    if (error) {
                        reject(error);
                    }
                    else {
                        resolve(exitCode);
                    }
                });
                if (this.options.input) {
                    if (!cp.stdin) {
                        throw new Error('child process missing stdin');
                    }
                    cp.stdin.end(this.options.input);
                }
            }));
        });
    }
}
/**
 * Convert an arg string to an array of args. Handles escaping
 *
 * @param    argString   string of arguments
 * @returns  string[]    array of arguments
 */
function argStringToArray(argString) {
    const args = [];
    let inQuotes = false;
    let escaped = false;
    let arg = '';
    function append(c) {
        // we only escape double quotes.
        if (escaped && c !== '"') {
            arg += '\\';
        }
        arg += c;
        escaped = false;
    }
    for (let i = 0; i < argString.length; i++) {
        const c = argString.charAt(i);
        if (c === '"') {
            if (!escaped) {
                inQuotes = !inQuotes;
            }
            else {
                append(c);
            }
            continue;
        }
        if (c === '\\' && escaped) {
            append(c);
            continue;
        }
        if (c === '\\' && inQuotes) {
            escaped = true;
            continue;
        }
        if (c === ' ' && !inQuotes) {
            if (arg.length > 0) {
                args.push(arg);
                arg = '';
            }
            continue;
        }
        append(c);
    }
    if (arg.length > 0) {
        args.push(arg.trim());
    }
    return args;
}
class ExecState extends external_events_namespaceObject.EventEmitter {
    constructor(options, toolPath) {
        super();
        this.processClosed = false; // tracks whether the process has exited and stdio is closed
        this.processError = '';
        this.processExitCode = 0;
        this.processExited = false; // tracks whether the process has exited
        this.processStderr = false; // tracks whether stderr was written to
        this.delay = 10000; // 10 seconds
        this.done = false;
        this.timeout = null;
        if (!toolPath) {
            throw new Error('toolPath must not be empty');
        }
        this.options = options;
        this.toolPath = toolPath;
        if (options.delay) {
            this.delay = options.delay;
        }
    }
    CheckComplete() {
        if (this.done) {
            return;
        }
        if (this.processClosed) {
            this._setResult();
        }
        else if (this.processExited) {
            this.timeout = (0,external_timers_namespaceObject.setTimeout)(ExecState.HandleTimeout, this.delay, this);
        }
    }
    _debug(message) {
        this.emit('debug', message);
    }
    _setResult() {
        // determine whether there is an error
        let error;
        if (this.processExited) {
            if (this.processError) {
                error = new Error(`There was an error when attempting to execute the process '${this.toolPath}'. This may indicate the process failed to start. Error: ${this.processError}`);
            }
            else if (this.processExitCode !== 0 && !this.options.ignoreReturnCode) {
                error = new Error(`The process '${this.toolPath}' failed with exit code ${this.processExitCode}`);
            }
            else if (this.processStderr && this.options.failOnStdErr) {
                error = new Error(`The process '${this.toolPath}' failed because one or more lines were written to the STDERR stream`);
            }
        }
        // clear the timeout
        if (this.timeout) {
            clearTimeout(this.timeout);
            this.timeout = null;
        }
        this.done = true;
        this.emit('done', error, this.processExitCode);
    }
    static HandleTimeout(state) {
        if (state.done) {
            return;
        }
        if (!state.processClosed && state.processExited) {
            const message = `The STDIO streams did not close within ${state.delay / 1000} seconds of the exit event from process '${state.toolPath}'. This may indicate a child process inherited the STDIO streams and has not yet exited.`;
            state._debug(message);
        }
        state._setResult();
    }
}
//# sourceMappingURL=toolrunner.js.map
;// CONCATENATED MODULE: ./node_modules/@actions/exec/lib/exec.js
var exec_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


/**
 * Exec a command.
 * Output will be streamed to the live console.
 * Returns promise with return code
 *
 * @param     commandLine        command to execute (can include additional args). Must be correctly escaped.
 * @param     args               optional arguments for tool. Escaping is handled by the lib.
 * @param     options            optional exec options.  See ExecOptions
 * @returns   Promise<number>    exit code
 */
function exec(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        const commandArgs = argStringToArray(commandLine);
        if (commandArgs.length === 0) {
            throw new Error(`Parameter 'commandLine' cannot be null or empty.`);
        }
        // Path to tool to execute should be first arg
        const toolPath = commandArgs[0];
        args = commandArgs.slice(1).concat(args || []);
        const runner = new ToolRunner(toolPath, args, options);
        return runner.exec();
    });
}
/**
 * Exec a command and get the output.
 * Output will be streamed to the live console.
 * Returns promise with the exit code and collected stdout and stderr
 *
 * @param     commandLine           command to execute (can include additional args). Must be correctly escaped.
 * @param     args                  optional arguments for tool. Escaping is handled by the lib.
 * @param     options               optional exec options.  See ExecOptions
 * @returns   Promise<ExecOutput>   exit code, stdout, and stderr
 */
function getExecOutput(commandLine, args, options) {
    return exec_awaiter(this, void 0, void 0, function* () {
        var _a, _b;
        let stdout = '';
        let stderr = '';
        //Using string decoder covers the case where a mult-byte character is split
        const stdoutDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const stderrDecoder = new external_string_decoder_namespaceObject.StringDecoder('utf8');
        const originalStdoutListener = (_a = options === null || options === void 0 ? void 0 : options.listeners) === null || _a === void 0 ? void 0 : _a.stdout;
        const originalStdErrListener = (_b = options === null || options === void 0 ? void 0 : options.listeners) === null || _b === void 0 ? void 0 : _b.stderr;
        const stdErrListener = (data) => {
            stderr += stderrDecoder.write(data);
            if (originalStdErrListener) {
                originalStdErrListener(data);
            }
        };
        const stdOutListener = (data) => {
            stdout += stdoutDecoder.write(data);
            if (originalStdoutListener) {
                originalStdoutListener(data);
            }
        };
        const listeners = Object.assign(Object.assign({}, options === null || options === void 0 ? void 0 : options.listeners), { stdout: stdOutListener, stderr: stdErrListener });
        const exitCode = yield exec(commandLine, args, Object.assign(Object.assign({}, options), { listeners }));
        //flush any remaining characters
        stdout += stdoutDecoder.end();
        stderr += stderrDecoder.end();
        return {
            exitCode,
            stdout,
            stderr
        };
    });
}
//# sourceMappingURL=exec.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/platform.js
var platform_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};


const getWindowsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout: version } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Version"', undefined, {
        silent: true
    });
    const { stdout: name } = yield getExecOutput('powershell -command "(Get-CimInstance -ClassName Win32_OperatingSystem).Caption"', undefined, {
        silent: true
    });
    return {
        name: name.trim(),
        version: version.trim()
    };
});
const getMacOsInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    var _a, _b, _c, _d;
    const { stdout } = yield getExecOutput('sw_vers', undefined, {
        silent: true
    });
    const version = (_b = (_a = stdout.match(/ProductVersion:\s*(.+)/)) === null || _a === void 0 ? void 0 : _a[1]) !== null && _b !== void 0 ? _b : '';
    const name = (_d = (_c = stdout.match(/ProductName:\s*(.+)/)) === null || _c === void 0 ? void 0 : _c[1]) !== null && _d !== void 0 ? _d : '';
    return {
        name,
        version
    };
});
const getLinuxInfo = () => platform_awaiter(void 0, void 0, void 0, function* () {
    const { stdout } = yield getExecOutput('lsb_release', ['-i', '-r', '-s'], {
        silent: true
    });
    const [name, version] = stdout.trim().split('\n');
    return {
        name,
        version
    };
});
const platform = external_os_namespaceObject.platform();
const arch = external_os_namespaceObject.arch();
const isWindows = platform === 'win32';
const isMacOS = platform === 'darwin';
const isLinux = platform === 'linux';
function getDetails() {
    return platform_awaiter(this, void 0, void 0, function* () {
        return Object.assign(Object.assign({}, (yield (isWindows
            ? getWindowsInfo()
            : isMacOS
                ? getMacOsInfo()
                : getLinuxInfo()))), { platform,
            arch,
            isWindows,
            isMacOS,
            isLinux });
    });
}
//# sourceMappingURL=platform.js.map
;// CONCATENATED MODULE: ./lib/node_modules/@actions/core/lib/core.js
var core_awaiter = (undefined && undefined.__awaiter) || function (thisArg, _arguments, P, generator) {
    function adopt(value) { return value instanceof P ? value : new P(function (resolve) { resolve(value); }); }
    return new (P || (P = Promise))(function (resolve, reject) {
        function fulfilled(value) { try { step(generator.next(value)); } catch (e) { reject(e); } }
        function rejected(value) { try { step(generator["throw"](value)); } catch (e) { reject(e); } }
        function step(result) { result.done ? resolve(result.value) : adopt(result.value).then(fulfilled, rejected); }
        step((generator = generator.apply(thisArg, _arguments || [])).next());
    });
};






/**
 * The code to exit an action
 */
var ExitCode;
(function (ExitCode) {
    /**
     * A code indicating that the action was successful
     */
    ExitCode[ExitCode["Success"] = 0] = "Success";
    /**
     * A code indicating that the action was a failure
     */
    ExitCode[ExitCode["Failure"] = 1] = "Failure";
})(ExitCode || (ExitCode = {}));
//-----------------------------------------------------------------------
// Variables
//-----------------------------------------------------------------------
/**
 * Sets env variable for this action and future actions in the job
 * @param name the name of the variable to set
 * @param val the value of the variable. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function exportVariable(name, val) {
    const convertedVal = toCommandValue(val);
    process.env[name] = convertedVal;
    const filePath = process.env['GITHUB_ENV'] || '';
    if (filePath) {
        return issueFileCommand('ENV', prepareKeyValueMessage(name, val));
    }
    issueCommand('set-env', { name }, convertedVal);
}
/**
 * Registers a secret which will get masked from logs
 *
 * @param secret - Value of the secret to be masked
 * @remarks
 * This function instructs the Actions runner to mask the specified value in any
 * logs produced during the workflow run. Once registered, the secret value will
 * be replaced with asterisks (***) whenever it appears in console output, logs,
 * or error messages.
 *
 * This is useful for protecting sensitive information such as:
 * - API keys
 * - Access tokens
 * - Authentication credentials
 * - URL parameters containing signatures (SAS tokens)
 *
 * Note that masking only affects future logs; any previous appearances of the
 * secret in logs before calling this function will remain unmasked.
 *
 * @example
 * ```typescript
 * // Register an API token as a secret
 * const apiToken = "abc123xyz456";
 * setSecret(apiToken);
 *
 * // Now any logs containing this value will show *** instead
 * console.log(`Using token: ${apiToken}`); // Outputs: "Using token: ***"
 * ```
 */
function setSecret(secret) {
    issueCommand('add-mask', {}, secret);
}
/**
 * Prepends inputPath to the PATH (for this action and future actions)
 * @param inputPath
 */
function addPath(inputPath) {
    const filePath = process.env['GITHUB_PATH'] || '';
    if (filePath) {
        issueFileCommand('PATH', inputPath);
    }
    else {
        issueCommand('add-path', {}, inputPath);
    }
    process.env['PATH'] = `${inputPath}${external_path_namespaceObject.delimiter}${process.env['PATH']}`;
}
/**
 * Gets the value of an input.
 * Unless trimWhitespace is set to false in InputOptions, the value is also trimmed.
 * Returns an empty string if the value is not defined.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string
 */
function getInput(name, options) {
    const val = process.env[`INPUT_${name.replace(/ /g, '_').toUpperCase()}`] || '';
    if (options && options.required && !val) {
        throw new Error(`Input required and not supplied: ${name}`);
    }
    if (options && options.trimWhitespace === false) {
        return val;
    }
    return val.trim();
}
/**
 * Gets the values of an multiline input.  Each value is also trimmed.
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   string[]
 *
 */
function getMultilineInput(name, options) {
    const inputs = getInput(name, options)
        .split('\n')
        .filter(x => x !== '');
    if (options && options.trimWhitespace === false) {
        return inputs;
    }
    return inputs.map(input => input.trim());
}
/**
 * Gets the input value of the boolean type in the YAML 1.2 "core schema" specification.
 * Support boolean input list: `true | True | TRUE | false | False | FALSE` .
 * The return value is also in boolean type.
 * ref: https://yaml.org/spec/1.2/spec.html#id2804923
 *
 * @param     name     name of the input to get
 * @param     options  optional. See InputOptions.
 * @returns   boolean
 */
function getBooleanInput(name, options) {
    const trueValue = ['true', 'True', 'TRUE'];
    const falseValue = ['false', 'False', 'FALSE'];
    const val = getInput(name, options);
    if (trueValue.includes(val))
        return true;
    if (falseValue.includes(val))
        return false;
    throw new TypeError(`Input does not meet YAML 1.2 "Core Schema" specification: ${name}\n` +
        `Support boolean input list: \`true | True | TRUE | false | False | FALSE\``);
}
/**
 * Sets the value of an output.
 *
 * @param     name     name of the output to set
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function setOutput(name, value) {
    const filePath = process.env['GITHUB_OUTPUT'] || '';
    if (filePath) {
        return issueFileCommand('OUTPUT', prepareKeyValueMessage(name, value));
    }
    process.stdout.write(external_os_namespaceObject.EOL);
    issueCommand('set-output', { name }, toCommandValue(value));
}
/**
 * Enables or disables the echoing of commands into stdout for the rest of the step.
 * Echoing is disabled by default if ACTIONS_STEP_DEBUG is not set.
 *
 */
function setCommandEcho(enabled) {
    issue('echo', enabled ? 'on' : 'off');
}
//-----------------------------------------------------------------------
// Results
//-----------------------------------------------------------------------
/**
 * Sets the action status to failed.
 * When the action exits it will be with an exit code of 1
 * @param message add error issue message
 */
function setFailed(message) {
    process.exitCode = ExitCode.Failure;
    core_error(message);
}
//-----------------------------------------------------------------------
// Logging Commands
//-----------------------------------------------------------------------
/**
 * Gets whether Actions Step Debug is on or not
 */
function isDebug() {
    return process.env['RUNNER_DEBUG'] === '1';
}
/**
 * Writes debug message to user log
 * @param message debug message
 */
function debug(message) {
    issueCommand('debug', {}, message);
}
/**
 * Adds an error issue
 * @param message error issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function core_error(message, properties = {}) {
    issueCommand('error', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a warning issue
 * @param message warning issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function warning(message, properties = {}) {
    issueCommand('warning', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Adds a notice issue
 * @param message notice issue message. Errors will be converted to string via toString()
 * @param properties optional properties to add to the annotation.
 */
function notice(message, properties = {}) {
    issueCommand('notice', toCommandProperties(properties), message instanceof Error ? message.toString() : message);
}
/**
 * Writes info to log with console.log.
 * @param message info message
 */
function info(message) {
    process.stdout.write(message + external_os_namespaceObject.EOL);
}
/**
 * Begin an output group.
 *
 * Output until the next `groupEnd` will be foldable in this group
 *
 * @param name The name of the output group
 */
function startGroup(name) {
    issue('group', name);
}
/**
 * End an output group.
 */
function endGroup() {
    issue('endgroup');
}
/**
 * Wrap an asynchronous function call in a group.
 *
 * Returns the same type as the function itself.
 *
 * @param name The name of the group
 * @param fn The function to wrap in the group
 */
function group(name, fn) {
    return core_awaiter(this, void 0, void 0, function* () {
        startGroup(name);
        let result;
        try {
            result = yield fn();
        }
        finally {
            endGroup();
        }
        return result;
    });
}
//-----------------------------------------------------------------------
// Wrapper action state
//-----------------------------------------------------------------------
/**
 * Saves state for current action, the state can only be retrieved by this action's post job execution.
 *
 * @param     name     name of the state to store
 * @param     value    value to store. Non-string values will be converted to a string via JSON.stringify
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
function saveState(name, value) {
    const filePath = process.env['GITHUB_STATE'] || '';
    if (filePath) {
        return issueFileCommand('STATE', prepareKeyValueMessage(name, value));
    }
    issueCommand('save-state', { name }, toCommandValue(value));
}
/**
 * Gets the value of an state set by this action's main execution.
 *
 * @param     name     name of the state to get
 * @returns   string
 */
function getState(name) {
    return process.env[`STATE_${name}`] || '';
}
function getIDToken(aud) {
    return core_awaiter(this, void 0, void 0, function* () {
        return yield OidcClient.getIDToken(aud);
    });
}
/**
 * Summary exports
 */

/**
 * @deprecated use core.summary
 */

/**
 * Path exports
 */

/**
 * Platform utilities exports
 */

//# sourceMappingURL=core.js.map
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
    const initial = mechanism.start();
    const goesWithAuth = initial && fitsCommandLine(mechanism, initial);
    let held = goesWithAuth ? undefined : initial;
    let reply = await sendAuth(talk, mechanism, goesWithAuth ? initial : undefined);
    for (let round = 1; reply.code === 334; round += 1) {
        if (round > MAX_ROUNDS)
            throw refuseChallenge(talk, 'too-many-challenges');
        const response = held ?? mechanism.next(reply.lines.join(''));
        held = undefined;
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
/** An empty initial response is sent as `=` (RFC 4954 section 4). */
function authCommand(mechanism, initial) {
    return `AUTH ${mechanism.name} ${toBase64(initial) || '='}`;
}
function fitsCommandLine(mechanism, initial) {
    return authCommand(mechanism, initial).length + 2 <= MAX_COMMAND_OCTETS;
}
async function sendAuth(talk, mechanism, initial) {
    talk.findings.authSent = true;
    const bare = `AUTH ${mechanism.name}`;
    if (!initial)
        return talk.askCredential(bare, bare);
    talk.findings.credentialSent = mechanism.isComplete;
    return talk.askCredential(authCommand(mechanism, initial), `${bare} ${initial.shown}`);
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

;// CONCATENATED MODULE: ./lib/inputs.js




/** Sent exactly as given, so a blank at either end has to survive the reading. */
const UNTRIMMED = new Set(['username', 'password']);
/** Reads the inputs of action.yml, unjudged, and masks the secrets before anything can print them. */
function readInputs() {
    const names = Object.keys(ACCOUNT_DEFAULTS);
    const raw = Object.fromEntries(names.map((name) => [name, getInput(name, { trimWhitespace: !UNTRIMMED.has(name) })]));
    maskSecrets(raw);
    // Nothing that this process starts or prints needs the secret again.
    delete process.env['INPUT_PASSWORD'];
    return raw;
}
/**
 * Registers the password and what is made of it. The runner itself masks Base64 of whole secrets only.
 * Outside a runner `setSecret` would print the secret, so there it is not called.
 */
function maskSecrets({ username, password }) {
    if (process.env['GITHUB_ACTIONS'] !== 'true' || password.length < MIN_SECRET_LENGTH)
        return;
    setSecret(password);
    setSecret(Buffer.from(password, 'utf8').toString('base64'));
    setSecret(plainMessage(username, password).toString('base64'));
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

;// CONCATENATED MODULE: ./lib/smtp/result.js
/** The closed set of verdicts, best first. For several accounts the worst one stands for all. */
const VERDICTS = [
    'accepted',
    'rejected',
    'temporary',
    'timeout',
    'unreachable',
    'tls',
    'protocol',
    'unsupported',
    'config',
    'cancelled',
];
/** Where in the exchange something happened, in the order of the exchange. */
const STAGES = (/* unused pure expression or super */ null && ([
    'connect',
    'greeting',
    'ehlo',
    'starttls',
    'tls',
    'auth',
    'mail',
    'quit',
]));

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

;// CONCATENATED MODULE: ./lib/report/outputs.js




/** The outputs of the action, in the order of action.yml. All but `results` are enumerated or numeric. */
const OUTPUTS = (/* unused pure expression or super */ null && ([
    'verdict',
    'cause',
    'stage',
    'code',
    'enhanced-code',
    'mechanism',
    'tls-version',
    'tls-cipher',
    'certificate-expires',
    'duration-ms',
    'total',
    'accepted',
    'failed',
    'results',
]));
/** For several results the single-valued outputs are those of the worst one. */
function toOutputs(results) {
    const worst = results.reduce((a, b) => (rank(b) > rank(a) ? b : a));
    const { verdict, stage, reply, mechanism, tls, durationMs } = worst;
    return {
        verdict,
        cause: causeOf(worst),
        stage: stage ?? '',
        code: reply ? String(reply.code) : '',
        'enhanced-code': reply?.enhanced ?? '',
        mechanism: mechanism ?? '',
        'tls-version': tls?.version ?? '',
        'tls-cipher': tls?.cipher ?? '',
        'certificate-expires': tls?.validTo.toISOString() ?? '',
        'duration-ms': String(Math.round(durationMs)),
        total: String(results.length),
        accepted: String(results.filter((result) => result.verdict === 'accepted').length),
        failed: String(results.filter((result) => !meetsExpectation(result)).length),
        results: JSON.stringify(results.map(toReport)),
    };
}
function rank({ verdict }) {
    return VERDICTS.indexOf(verdict);
}

;// CONCATENATED MODULE: ./lib/report/html.js
/**
 * The few HTML elements of the job summary. GitHub reads Markdown between HTML blocks but not inside
 * them (CommonMark section 4.6), so nothing here contains a blank line. Letters are left as they are:
 * the runner masks secrets such as a user name in the summary only where they stand unescaped.
 */
/** Escapes a text for an element's content. */
function html(text) {
    return text
        .replaceAll('&', '&amp;')
        .replaceAll('<', '&lt;')
        .replaceAll('>', '&gt;')
        .replaceAll('"', '&quot;');
}
/** A text from outside: in `code` GitHub links no mention, issue or address in it. */
function code(text) {
    return `<code>${html(text)}</code>`;
}
function heading(text) {
    return `<h2>${html(text)}</h2>`;
}
/** @param content HTML */
function paragraph(content) {
    return `<p>${content}</p>`;
}
/**
 * @param rows cells of HTML
 * @param header column titles; without them the first cell of each row is its title
 */
function table(rows, header) {
    const head = header ? [row(header, 'th')] : [];
    const body = rows.map((cells) => {
        const [title = '', ...rest] = cells;
        return header
            ? row(cells, 'td')
            : `<tr><th align="left">${title}</th>${cellsOf(rest, 'td')}</tr>`;
    });
    return ['<table>', ...head, ...body, '</table>'].join('\n');
}
function row(cells, element) {
    return `<tr>${cellsOf(cells, element)}</tr>`;
}
function cellsOf(cells, element) {
    return cells.map((cell) => `<${element}>${cell}</${element}>`).join('');
}
function preformatted(text) {
    return `<pre>${html(text)}</pre>`;
}
/** @param content HTML */
function details(title, content) {
    return `<details><summary>${html(title)}</summary>${content}</details>`;
}

;// CONCATENATED MODULE: ./lib/report/summary.js




const MAX_NAMES = 10;
const MAX_OFFERED = 20;
/**
 * The job summary of one result: the verdict and the next step first, then the facts, then the
 * transcript, folded. It is HTML without blank lines, which GitHub does not read as Markdown.
 */
function renderSummary(result) {
    const words = wordResult(result);
    return [
        heading(`${words.passed ? '✅' : '❌'} SMTP login ${words.headline}`),
        ...opening(words, result),
        table([...accountRows(words, result), ...channelRows(result)]),
        ...timeline(result),
        ...transcript(result),
        '',
    ].join('\n');
}
function opening(words, result) {
    const said = result.reply ? 'The server said' : 'Reason';
    return [
        paragraph(html(words.meaning)),
        ...(words.serverSaid !== '' && !words.passed
            ? [paragraph(`${said}: ${code(words.serverSaid)}`)]
            : []),
        ...(words.passed ? [] : [paragraph(`<b>Next step:</b> ${html(words.nextStep)}`)]),
    ];
}
function accountRows(words, { account, address, mechanism, offered }) {
    const shown = offered.slice(0, MAX_OFFERED).join(', ');
    const more = offered.length > MAX_OFFERED ? ` and ${offered.length - MAX_OFFERED} more` : '';
    return [
        ['Server', code(words.endpoint) + (address === undefined ? '' : ` (${code(address)})`)],
        ['User name', code(words.username)],
        ['Mechanism', mechanism === undefined ? 'none' : code(mechanism)],
        ['Mechanisms offered', shown === '' ? 'none' : code(shown) + more],
        ...(account.expect === 'rejected' ? [['Expected', 'rejected']] : []),
    ];
}
function channelRows({ tls, account }) {
    if (!tls)
        return [['TLS', account.tlsMode === 'none' ? 'none, by your own choice' : 'none']];
    return [
        ['TLS', `${code(tls.version)}, ${code(tls.cipher)}`],
        ['Certificate', tls.verified ? validity(tls) : `<b>not trusted</b>; ${validity(tls)}`],
        ['Certificate names', certificateNames(tls)],
        ['Issuer', code(printable(tls.issuer))],
    ];
}
function validity({ validTo }) {
    const days = daysLeft(validTo);
    const left = days < 0 ? `ended ${-days} days ago` : `${days} days left`;
    return `valid until ${validTo.toISOString().slice(0, 10)}, ${left}`;
}
function certificateNames({ names }) {
    if (names.length === 0)
        return 'none';
    const more = names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : '';
    return (names
        .slice(0, MAX_NAMES)
        .map((name) => code(printable(name)))
        .join(', ') + more);
}
function timeline({ stages, earlierTries }) {
    if (stages.length === 0)
        return [];
    const tries = earlierTries.map((earlier, index) => paragraph(html(renderTry(earlier, index))));
    const rows = stages.map(({ stage, startMs, durationMs }) => [
        stage,
        milliseconds(startMs),
        milliseconds(durationMs),
    ]);
    return [...tries, table(rows, ['Stage', 'Began at', 'Took'])];
}
function transcript({ transcript: lines }) {
    if (lines.length === 0)
        return [];
    const text = lines.map(({ speaker, text }) => `${speaker}: ${printable(text)}`).join('\n');
    return [details('Transcript', preformatted(text))];
}

;// CONCATENATED MODULE: ./lib/action.js













/** The runner's door: inputs in; log, annotation, summary, outputs and exit status out. It never rejects. */
async function runAction() {
    const cancel = new AbortController();
    const onSignal = (signal) => {
        // Written down at once, since the runner kills the process 7.5 s after SIGINT.
        process.exitCode = 128 + external_node_os_namespaceObject.constants.signals[signal];
        cancel.abort();
    };
    process.once('SIGINT', onSignal).once('SIGTERM', onSignal).on('uncaughtException', failByFault);
    try {
        const result = await checkInputs(cancel.signal);
        if (!meetsExpectation(result))
            process.exitCode ??= 1;
        await report(result);
    }
    catch (error) {
        failByFault(error);
    }
    exitWithin(EXIT_GRACE_MS);
}
async function checkInputs(signal) {
    const raw = readInputs();
    try {
        return await checkWithRetries(parseAccount(raw), signal);
    }
    catch (error) {
        if (error instanceof InputError)
            return configResult(raw, error);
        throw error;
    }
}
async function report(result) {
    const { title, lines } = renderLog(result);
    startGroup(title);
    lines.forEach((line) => {
        info(line);
    });
    endGroup();
    const { passed, meaning } = wordResult(result);
    if (passed)
        info(meaning);
    for (const { level, title, message } of annotate(result))
        core_namespaceObject[level](message, { title });
    for (const [name, value] of Object.entries(toOutputs([result])))
        setOutput(name, value);
    await writeSummary(renderSummary(result));
}
/** A summary is a courtesy: where the runner has no file for it, the verdict stands all the same. */
async function writeSummary(text) {
    try {
        await summary.addRaw(text).write();
    }
    catch {
        info('No job summary was written: this runner provides no file for it.');
    }
}
/** Our own fault, the only way to fail without a verdict. The error's text may hold anything, so it stays out. */
function failByFault(error) {
    process.exitCode = 1;
    const name = error instanceof Error ? error.name : typeof error;
    const frames = error instanceof Error ? (error.stack ?? '').split('\n').slice(1) : [];
    frames.forEach((frame) => {
        debug(printable(frame));
    });
    const message = `The check itself failed (${printable(name)}), which says nothing about the credential. Please report it, with the log of a run in debug mode.`;
    core_error(message, { title: 'smtp-auth-check: internal error' });
}
/** Longer than any write to the log takes; nothing else is waited for. */
const EXIT_GRACE_MS = 250;
/** A name lookup cannot be called back and would hold the process; the verdict is known, so it may go. */
function exitWithin(graceMs) {
    setTimeout(() => process.exit(), graceMs).unref();
}


/***/ }),

/***/ 691:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _action_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(650);

// The await is a safety: should the promise never settle, Node exits with 13 and the step fails.
await (0,_action_js__WEBPACK_IMPORTED_MODULE_0__/* .runAction */ .C)();

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

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
/******/ var __webpack_exports__ = __nccwpck_require__(691);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
