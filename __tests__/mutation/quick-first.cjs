const { default: Sequencer } = require('@jest/test-sequencer');

/** Files with hundreds of sockets; most mutants die before they are needed. */
const SLOW = ['/sasl/exchange.', '/token/', '/smtp/dialogue.'];

const rank = ({ path }) => SLOW.findIndex((part) => path.includes(part));

/** Test files without a network first. */
module.exports = class QuickFirst extends Sequencer {
  sort(tests) {
    return [...tests].sort((a, b) => rank(a) - rank(b) || a.path.localeCompare(b.path));
  }
};
