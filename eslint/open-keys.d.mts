import type { Rule } from 'eslint';

export const openKeys: Rule.RuleModule;
