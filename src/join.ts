import { joinShards } from './action/join-shards.ts';

joinShards(process.argv.slice(2));
