import { deskActions, loadDesk } from '#lib/server/allocation-page.ts';

export const load = loadDesk;
export const actions = deskActions;
