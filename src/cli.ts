#!/usr/bin/env node
import { runCli } from './cli/run.ts';

// The await is a safety: should the promise never settle, Node exits with 13 and not with 0.
await runCli(process.argv.slice(2));
