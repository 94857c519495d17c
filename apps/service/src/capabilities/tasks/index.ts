export { findEffectivenessCard } from './effectiveness-store.ts';
export { addRemark, findSending } from './remarks.ts';
export { submissionsOf } from './store.ts';
