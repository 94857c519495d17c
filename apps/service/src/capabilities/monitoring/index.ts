export { figuresToPut } from './putting.ts';
export { countAgain } from './reckoning-store.ts';
export { enterMonitored, scopeOf } from './access.ts';
export { demand, supply } from './deficit-queries.ts';
export { keyOf, ofCohorts, within, type GroupedBy, type Places } from './places-queries.ts';
export { internFigures, reckonedAt, siteCounts, siteFigures } from './queries.ts';
export { afterOf, nextOf, recordsWithin } from './records.ts';
export { keepFigures } from './reckoning.ts';
export { namesOfTutors, tutorChecks, tutorFigures, tutorInterns, tutorLoads } from './tutor-queries.ts';
