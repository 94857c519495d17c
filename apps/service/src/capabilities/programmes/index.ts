export { loadProgramme, type FrozenProgramme } from './store.ts';
export { readVersion } from './versions.ts';
