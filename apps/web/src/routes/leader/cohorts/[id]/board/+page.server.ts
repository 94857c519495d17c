import { boardActions, loadBoard } from '#lib/server/board-page.ts';

export const load = loadBoard;
export const actions = boardActions;
