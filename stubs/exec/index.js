export function getExecOutput() {
  throw new Error('@actions/exec is left out of this bundle');
}
