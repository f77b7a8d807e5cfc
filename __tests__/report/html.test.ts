import fc from 'fast-check';
import { prose } from '../../src/report/html.ts';

test('what a sentence repeats in quotation marks is shown as code, and the rest as text', () => {
  expect(prose('Input "port" must be <1>, not "x\\"<y>"')).toBe(
    'Input <code>port</code> must be &lt;1&gt;, not <code>x\\&quot;&lt;y&gt;</code>',
  );
});

test('property: a value that is quoted as JSON is shown whole as code, whatever is in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (value) => {
      const html = prose(`before ${JSON.stringify(value)} after`);
      expect(html).toMatch(/^before <code>[^<]*<\/code> after$/);
    }),
  );
});
