const { default: Runner } = require('jest-runner');

/** Jest's own runner, one test file at a time. Jest ignores the option "maxWorkers" of a project. */
module.exports = class SerialRunner extends Runner {
  isSerial = true;
};
