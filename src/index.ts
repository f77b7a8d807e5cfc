import { runAction } from './action/run.ts';

// The await is a safety: should the promise never settle, Node exits with 13 and the step fails.
await runAction();
