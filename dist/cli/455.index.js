export * from '../455.index.js';
