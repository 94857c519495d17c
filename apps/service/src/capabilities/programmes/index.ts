export { loadProgramme, type FrozenProgramme } from './store.ts';
