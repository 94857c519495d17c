import { loadProposal, proposalActions } from '#lib/server/proposal-page.ts';

export const load = loadProposal;
export const actions = proposalActions;
