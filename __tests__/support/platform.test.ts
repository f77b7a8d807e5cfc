import { MISSING } from './platform.ts';

/** Where most changes are tried, a test that is skipped would be a test that is lost. */
const isLinux = process.platform === 'linux';
const isRoot = process.getuid?.() === 0;

test('Linux has all that tests may need, but for what root may do everywhere', () => {
  const expected = isRoot ? ['files that may not be written'] : [];
  expect(isLinux ? MISSING : expected).toEqual(expected);
});
