export { keptRegions } from './access.ts';
export { keptSince, rulesInForce, rulesOf, rulesOfAll, rulesOn, type Rules } from './rules.ts';
