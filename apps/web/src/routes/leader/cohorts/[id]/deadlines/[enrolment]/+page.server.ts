import { extend, loadPersonDeadlines } from '#lib/deadlines/server/person-page.ts';

export const load = loadPersonDeadlines;
export const actions = { extend };
