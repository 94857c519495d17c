export { error, hasErrors, warning, type Finding } from './finding.ts';
export { repeated, repeatedKeys } from './repeated.ts';
export * from './shapes.ts';
export { unstorablePlaces } from './storable.ts';
