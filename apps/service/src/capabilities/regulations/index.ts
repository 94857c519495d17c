export { rulesOf, rulesOn, type Rules } from './rules.ts';
