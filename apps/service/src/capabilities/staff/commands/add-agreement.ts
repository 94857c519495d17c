import { daysInOrder } from '@stazhirovka/domain/staff';
import { isCalendarDate } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../access.ts';
import * as store from '../people-store.ts';
import { siteFiles } from '../queries.ts';

export type Agreement = {
	id: string;
	number: string;
	signedOn: string;
	from: string;
	lastDay: string | null;
	subject: string;
	fileId: string | null;
};

/** Writes down an agreement of the site with its operator (R19). The same number and day again is written once. */
export async function addAgreement(ctx: Ctx, { id: siteId, from, ...agreement }: Agreement): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterToWork(tx, ctx, siteId, ['leader']);
		const { fileId, signedOn, lastDay } = agreement;
		const lost = fileId !== null && (await siteFiles(tx, siteId, [fileId])).length === 0;
		const faults = [
			...(isCalendarDate(signedOn) ? [] : [{ code: 'days.missing', field: 'signedOn' }]),
			...daysInOrder({ from, lastDay }),
			...(lost ? [{ code: 'file.missing', field: 'fileId' }] : [])
		];
		if (faults.length) faulty('staff.faulty', { faults });

		const made = await store.insertAgreement(tx, {
			...agreement,
			siteId,
			fromDay: from,
			createdAt: ctx.now()
		});
		if (made) await record(tx, ctx, 'agreement.entered', { id: made }, { siteId, number: agreement.number });
	});
}
