import { addressLiteral } from '../../src/smtp/introduction.ts';

/** RFC 5321 section 4.1.3. */
test.each([
  ['192.0.2.7', '[192.0.2.7]'],
  ['::1', '[IPv6:::1]'],
  ['2001:db8::7', '[IPv6:2001:db8::7]'],
  ['::ffff:192.0.2.7', '[192.0.2.7]'],
  ['::FFFF:192.0.2.7', '[192.0.2.7]'],
  ['::ffff:c000:207', '[IPv6:::ffff:c000:207]'],
  ['2001:db8::ffff:192.0.2.7', '[IPv6:2001:db8::ffff:192.0.2.7]'],
  ['fe80::1%eth0', '[IPv6:fe80::1]'],
  [undefined, '[127.0.0.1]'],
])('a client without a name at %s says EHLO %s', (address, literal) => {
  expect(addressLiteral(address)).toBe(literal);
});
