import { loadObservers, observersActions } from '#lib/server/observers-page.ts';

export const load = loadObservers;
export const actions = observersActions;
