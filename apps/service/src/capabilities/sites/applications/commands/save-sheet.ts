import type { Ctx } from '../../../../shell/context.ts';
import type { SheetKind } from '@stazhirovka/domain/sites';
import { allowWriting, enterForChange } from '../access.ts';
import { fallenApproval, tellFallen } from '../approval.ts';
import { checkedDraft, refuseSave, sheetIn, slotOf, storedSheet } from '../sheets.ts';
import * as store from '../store.ts';

type SheetDraft = { id: string; sheet: SheetKind; revision: number; answer: unknown };

/** Saves a draft of one sheet. Two tabs never overwrite each other: the later one is told what is stored. */
export async function saveSheet(ctx: Ctx, { id, sheet: kind, ...draft }: SheetDraft) {
	return ctx.db.transaction(async (tx) => {
		const application = await enterForChange(tx, ctx, id, 'author');
		const { profile } = application.rules;
		const { definition } = sheetIn(profile, kind);
		allowWriting(application);
		const answer = await checkedDraft(tx, { id, kind, definition, profile }, draft.answer);

		const change = slotOf(kind).write(profile, answer, { revision: draft.revision + 1, at: ctx.now() });
		const fallen = kind === 'programme' ? fallenApproval(application, answer) : null;
		const values = { ...change.row, ...fallen };
		const row = await store.putSheet(tx, { id, kind, revision: draft.revision }, values);
		if (!row) return refuseSave(await storedSheet(tx, application, kind));
		if (fallen) await tellFallen(tx, ctx, application);
		if (change.statements) await store.putStatements(tx, id, change.statements);
		return { revision: draft.revision + 1, savedAt: ctx.now() };
	});
}
