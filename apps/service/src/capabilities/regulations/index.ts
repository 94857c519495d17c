export { keptRegions } from './access.ts';
export { rulesInForce, rulesOf, rulesOfAll, rulesOn, type Rules } from './rules.ts';
