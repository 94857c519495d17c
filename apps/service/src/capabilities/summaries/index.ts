export { makeExports, tidyExports } from './exporting.ts';
export { sendSummaries } from './sending.ts';
