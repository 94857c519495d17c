export { findEffectivenessCard } from './effectiveness-store.ts';
export { submissionsOf } from './store.ts';
