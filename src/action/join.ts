import { joinShards } from './join-shards.ts';

await joinShards(process.argv.slice(2));
