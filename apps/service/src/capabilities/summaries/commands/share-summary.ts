import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { post } from '../../../shell/mail.ts';
import { personByEmail, readPerson } from '../../accounts/index.ts';
import { enterOwnSummary, readerOf } from '../access.ts';
import { audiencesOf } from '../keeping.ts';
import { shown } from '../letters.ts';
import * as store from '../store.ts';

type Colleague = { email: string };
type Audience = { role: 'leader' | 'coordinator'; regionId: string };

/**
 * Shows what to count, to one colleague or to everybody with a role in a region. Numbers are each reader's own. A
 * colleague is told by one letter, however often it is shown and taken back.
 */
export async function shareSummary(
	ctx: Ctx,
	{ id, ...to }: { id: string } & (Colleague | Audience)
): Promise<void> {
	const summary = await enterOwnSummary(ctx, id);
	await ('email' in to ? shareWithColleague(ctx, summary, to) : shareWithAudience(ctx, summary, to));
}

async function shareWithColleague(ctx: Ctx, { id, title }: store.SummaryRow, { email }: Colleague) {
	const personId = await personByEmail(ctx.db, email);
	const person = personId === undefined ? null : await readPerson(ctx.db, personId);
	if (!person || !(await readerOf({ db: ctx.db, actor: person.actor }).catch(() => null)))
		return faulty('summary.no_such_colleague', { field: 'email' });
	await ctx.db.transaction(async (tx) => {
		const share = { summaryId: id, personId: person.actor.personId, createdAt: ctx.now() };
		if (!(await store.insertShare(tx, share))) return;
		const wasTold = await store.wasShown(tx, id, share.personId);
		await record(tx, ctx, 'summary.shared', { id }, { personId: share.personId });
		if (wasTold) return;
		await post(tx, shown(person, { title, link: `${ctx.origin}/summaries/${id}` }), ctx.now());
	});
}

async function shareWithAudience(ctx: Ctx, { id }: store.SummaryRow, { role, regionId }: Audience) {
	const audiences = await audiencesOf(ctx);
	if (!audiences.some((one) => one.role === role && one.regionId === regionId)) missing('region');
	await ctx.db.transaction(async (tx) => {
		const share = { summaryId: id, role, regionId, createdAt: ctx.now() };
		if (await store.insertShare(tx, share))
			await record(tx, ctx, 'summary.shared', { id }, { role, regionId });
	});
}

export async function unshareSummary(ctx: Ctx, { id, shareId }: { id: string; shareId: string }) {
	await enterOwnSummary(ctx, id);
	await ctx.db.transaction(async (tx) => {
		if (!(await store.deleteShare(tx, id, shareId))) missing('summary_share');
		await record(tx, ctx, 'summary.unshared', { id }, { shareId });
	});
}
