import { draftRoundActions, loadDraftRound } from '#lib/server/draft-round-page.ts';

export const load = loadDraftRound;
export const actions = draftRoundActions;
