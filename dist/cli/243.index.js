export * from '../243.index.js';
