export * from '../287.index.js';
