import { happened } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../access.ts';
import { endConsents, insertConsent } from '../naming-queries.ts';
import { findStaff } from '../people-store.ts';
import { siteFiles } from '../queries.ts';

/** Keeps a consent to a public name that was signed on paper, with its scan (X7). The same again is kept once. */
export async function recordConsent(
	ctx: Ctx,
	{ id, signedOn, fileId }: { id: string; signedOn: string; fileId: string | null }
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId } = (await findStaff(tx, id)) ?? missing('staff');
		const site = await enterToWork(tx, ctx, siteId, ['leader'], 'staff');
		const scan = fileId === null ? [] : await siteFiles(tx, siteId, [fileId]);
		const faults = [
			...happened(signedOn, site.today, 'signedOn'),
			...(scan.length ? [] : [{ code: 'consent.scan_missing', field: 'fileId' }])
		];
		if (faults.length || fileId === null) return faulty('staff.faulty', { faults });

		const by = { recordedBy: ctx.actor.personId, createdAt: ctx.now() };
		if (await insertConsent(tx, { staffId: id, signedOn, fileId, ...by }))
			await record(tx, ctx, 'staff.consented', { id }, { siteId, signedOn });
	});
}

/** The consent was taken back: from today on the name is shown nowhere. */
export async function withdrawConsent(ctx: Ctx, id: string): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId } = (await findStaff(tx, id)) ?? missing('staff');
		const site = await enterToWork(tx, ctx, siteId, ['leader'], 'staff');
		if (await endConsents(tx, id, site.today))
			await record(tx, ctx, 'staff.consent_withdrawn', { id }, { siteId });
	});
}
