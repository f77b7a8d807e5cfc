import { loadKnowledge } from '../../src/diagnosis/knowledge.ts';

// As the program does before it says anything about a result that is not `accepted`.
await loadKnowledge();
