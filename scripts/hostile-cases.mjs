// Writes docs/hostile-cases.md from the cases of __tests__/hostile/cases.
import { writeFileSync } from 'node:fs';
import './typescript.mjs';

const { allFamilies, renderDocument } = await import('../__tests__/hostile/support/document.ts');
writeFileSync('docs/hostile-cases.md', renderDocument(await allFamilies()));
