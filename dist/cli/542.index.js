export * from '../542.index.js';
