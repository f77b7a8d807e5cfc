// Adds up the results of several jest runs, given as their --json files, in one closing line.
import { readFileSync } from 'node:fs';

const totals = { passed: 0, failed: 0 };
for (const file of process.argv.slice(2)) {
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(file, 'utf8'));
  totals.passed += numPassedTests;
  totals.failed += numFailedTests;
}
console.log(`${totals.passed} passed, ${totals.failed} failed`);
if (totals.failed > 0 || totals.passed === 0) process.exitCode = 1;
