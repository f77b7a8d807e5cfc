import { joinShards } from './join-shards.ts';

joinShards(process.argv.slice(2));
