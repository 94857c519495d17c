import type { Tx } from '@stazhirovka/db';
import { handInFaults, mayHandIn, nextWindow, windowOn } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { enterForMove, type ApplicationFacts } from '../access.ts';
import { dossierOf } from '../dossier.ts';
import { handedIn, tellAuthor } from '../letters.ts';
import { moveTo } from '../moves.ts';
import { allowByTold } from '../told.ts';
import { today } from '../../../../shell/today.ts';
import { windowsOf } from '../window-store.ts';

/**
 * Hands an application in, whole (R12–R17, R41). The window is that of the first time: who was given it back may mend
 * it when the window has closed.
 */
export async function submitApplication(ctx: Ctx, asked: { id: string; revision: number }): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const application = await enterForMove(tx, ctx, asked, 'author');
		allowByTold(application, 'submit');
		const windowId = await windowFor(tx, application, today(ctx.now));
		const change = { windowId, submittedAt: ctx.now(), reason: null, remarks: [], reviewResult: null };
		await moveTo(tx, ctx, application, 'submit', change);

		const faults = handInFaults(application.rules.profile, await dossierOf(tx, application), today(ctx.now));
		if (faults.length) faulty('application.faulty', { faults });
		await tellAuthor(tx, ctx, application, handedIn(application.title));
	});
}

async function windowFor(
	tx: Tx,
	{ rules, windowId, submittedAt }: ApplicationFacts,
	day: string
): Promise<string | null> {
	if (submittedAt) return windowId;
	const windows = await windowsOf(tx, [rules.regulationId]);
	if (mayHandIn(rules.profile, windows, day)) return windowOn(windows, day)?.id ?? null;

	const next = nextWindow(windows, day);
	return fail('refused', 'application.window_closed', {
		next: next && { opensOn: next.opensOn, closesOn: next.closesOn }
	});
}
