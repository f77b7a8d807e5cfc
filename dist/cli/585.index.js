export * from '../585.index.js';
