export { enterMonitored } from './access.ts';
export { figuresToPut } from './putting.ts';
export { countAgain } from './reckoning-store.ts';
export { keepFigures } from './reckoning.ts';
