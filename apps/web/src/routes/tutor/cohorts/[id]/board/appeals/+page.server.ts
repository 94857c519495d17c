import { appealsActions, loadAppeals } from '#lib/server/appeals-page.ts';

export const load = loadAppeals;
export const actions = appealsActions;
