import { ACTION_NAMING } from '../../src/inputs/naming.ts';
import { InputError, InputReader, invalid, ValueError } from '../../src/inputs/reader.ts';

const defaults = { a: '1', b: '', c: '' };

function readerOf(given: Partial<typeof defaults>): InputReader<'a' | 'b' | 'c'> {
  return new InputReader({ a: '', b: '', c: '', ...given }, defaults, ACTION_NAMING);
}

function refuse(): number {
  throw invalid('must be right');
}

test('an input that is not given has its default, and an optional one is absent', () => {
  const reader = readerOf({});
  expect(reader.read('a', Number)).toBe(1);
  expect(reader.optional('b', refuse)).toBeUndefined();
  expect(reader.complete({ a: 1, b: undefined })).toEqual({ a: 1 });
});

test('everything that is wrong is told, each input once, as a whole sentence', () => {
  const reader = readerOf({ a: 'x', b: 'y' });
  expect(reader.read('a', refuse)).toBeUndefined();
  reader.refuse('a', 'conflict', 'is told a second time');
  reader.refuse(
    'c',
    'missing',
    ({ absent, mention }) => `${absent('c')}; ${mention('a')} needs it`,
  );
  reader.optional('b', refuse);
  let thrown: unknown;
  try {
    reader.complete({});
  } catch (error) {
    thrown = error;
  }
  expect((thrown as InputError).faults).toEqual([
    {
      input: 'a',
      kind: 'invalid',
      message: 'Input "a" must be right.',
      title: '"a" is not valid',
    },
    {
      input: 'c',
      kind: 'missing',
      message: 'Input "c" is empty; "a" needs it.',
      title: '"c" is empty',
    },
    {
      input: 'b',
      kind: 'invalid',
      message: 'Input "b" must be right.',
      title: '"b" is not valid',
    },
  ]);
});

test('an error that is not about the value is a fault of this program and passes', () => {
  const fail = (): number => {
    throw new TypeError('a bug');
  };
  expect(() => readerOf({}).read('a', fail)).toThrow(TypeError);
});

test('a question ends its sentence', () => {
  const error = new ValueError('unknown', 'does not exist. Did you mean "b"?');
  expect(error.toFault('a', ACTION_NAMING).message).toBe(
    'Input "a" does not exist. Did you mean "b"?',
  );
});
