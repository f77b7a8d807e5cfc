// Joins the JSON reports of several shards into one job summary and the outputs `total` and `failed`.
// Usage: node scripts/join-reports.mjs FOLDER SHARDS, where FOLDER has 1.json to SHARDS.json. It needs no packages:
// what runs is the bundle of src/join.ts.
import '../dist/join/index.js';
