import { choiceFaults, type PassportChoice } from '@stazhirovka/domain/passports';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../../staff/index.ts';
import { availableIn, stockOf } from '../available.ts';
import * as store from '../store.ts';

type Saving = PassportChoice & { id: string; revision: number };

/** Keeps the draft of a passport over the revision that the person saw; nobody else sees it yet. */
export async function savePassport(ctx: Ctx, { id, revision, ...draft }: Saving): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { today } = await enterToWork(tx, ctx, id, ['leader']);
		const faults = choiceFaults(draft, availableIn(await stockOf(tx, id, today)));
		if (faults.length) faulty('passport.faulty', { faults });
		if (!(await store.saveDraft(tx, { siteId: id, revision, draft }))) conflict('passport');
		await record(tx, ctx, 'passport.saved', { id }, { revision: revision + 1 });
	});
}

/** Shows the draft of this revision to everybody. */
export async function publishPassport(
	ctx: Ctx,
	{ id, revision }: { id: string; revision: number }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { today } = await enterToWork(tx, ctx, id, ['leader']);
		const { draft } = await store.passportOf(tx, id);
		const faults = choiceFaults(draft, availableIn(await stockOf(tx, id, today)));
		if (faults.length) faulty('passport.faulty', { faults });

		const by = { publishedAt: ctx.now(), publishedBy: ctx.actor.personId };
		if (!(await store.showDraft(tx, { siteId: id, revision, ...by }))) conflict('passport');
		await record(tx, ctx, 'passport.published', { id }, { revision, ...draft });
	});
}
