import { MISSING } from './platform.ts';

/** Where most changes are tried, a test that is skipped would be a test that is lost. */
const isLinux = process.platform === 'linux';

test('Linux has all that tests may need', () => {
  expect(isLinux ? MISSING : []).toEqual([]);
});
