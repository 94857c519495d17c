import { loadPresentations, presentationActions } from '#lib/server/presentations-page.ts';

export const load = loadPresentations;
export const actions = presentationActions;
