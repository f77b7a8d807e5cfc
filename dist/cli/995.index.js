export * from '../995.index.js';
