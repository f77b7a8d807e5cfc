export * from '../408.index.js';
