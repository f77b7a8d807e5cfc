export function fetch() {
  throw new Error('undici is left out of this bundle');
}
