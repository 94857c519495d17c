import { deficitCardActions, loadDeficitCard } from '#lib/server/deficit-card-page.ts';

export const load = loadDeficitCard;
export const actions = deficitCardActions;
