export { keptRegions } from './access.ts';
export { rulesOf, rulesOn, type Rules } from './rules.ts';
