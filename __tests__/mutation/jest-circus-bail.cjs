/**
 * Jest's own runner of one test file, ended early. Stryker's Jest runner cannot bail and loads every test file for every
 * mutant; here a mutant is dead with the first red test, and a file is not loaded when no test in it reaches the mutant.
 * The name holds "jest-circus", because Stryker refuses coverage per test for any other.
 */
const { createEmptyTestResult } = require('@jest/test-result');
const { default: circus } = require('jest-circus/runner');

/** The names of the tests of each file, known once the file has been loaded. */
const namesOf = new Map();
let mutant;
let isDead = false;

/** @type {import('jest-runner').TestRunner} */
module.exports = async function run(globalConfig, config, environment, runtime, path, ...rest) {
  const active = process.env.__STRYKER_ACTIVE_MUTANT__;
  if (active !== mutant) [mutant, isDead] = [active, false];
  const isMutant = active !== undefined;
  if (isMutant && (isDead || !isReached(globalConfig.testNamePattern, path))) return skipped(path);
  if (isMutant) endWithFirstFailure(environment);
  const result = await circus(globalConfig, config, environment, runtime, path, ...rest);
  if (result.testExecError || result.numFailingTests > 0) isDead = true;
  namesOf.set(
    path,
    result.testResults.map(({ fullName }) => fullName),
  );
  return result;
};

function isReached(pattern, path) {
  const names = namesOf.get(path);
  if (!pattern || !names) return true;
  const wanted = new RegExp(pattern, 'i');
  return names.some((name) => wanted.test(name));
}

function endWithFirstFailure(environment) {
  const handle = environment.handleTestEvent?.bind(environment);
  let hasFailed = false;
  environment.handleTestEvent = async (event, state) => {
    if (event.name === 'test_fn_failure' || event.name === 'hook_failure') hasFailed = true;
    if (event.name === 'test_start' && hasFailed) event.test.mode = 'skip';
    await handle?.(event, state);
  };
}

/** Jest takes a file without any test for a broken one. */
function skipped(path) {
  const test = {
    ...{ ancestorTitles: [], title: 'skipped', fullName: 'skipped', status: 'pending' },
    ...{ failureDetails: [], failureMessages: [], numPassingAsserts: 0 },
  };
  return {
    ...createEmptyTestResult(),
    ...{ testFilePath: path, numPendingTests: 1, testResults: [test] },
  };
}
