/** See eager.mjs. */
export function compileModulesAtOnce(code: string): string;
