import { daysInOrder } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { enterToWork } from '../access.ts';
import * as store from '../people-store.ts';

export type Training = {
	id: string;
	title: string;
	provider: string;
	hours: number;
	from: string;
	lastDay: string;
	document: string;
};

/** Writes down how somebody of the site was taught (R73). The same again is written once. */
export async function addTraining(ctx: Ctx, { id, from, ...training }: Training): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		const { siteId } = (await store.findStaff(tx, id)) ?? missing('staff');
		await enterToWork(tx, ctx, siteId, ['leader'], 'staff');
		const faults = daysInOrder({ from, lastDay: training.lastDay });
		if (faults.length) faulty('staff.faulty', { faults });

		const values = { ...training, staffId: id, fromDay: from, createdAt: ctx.now() };
		if (await store.insertTraining(tx, values))
			await record(tx, ctx, 'staff.trained', { id }, { siteId, title: training.title });
	});
}
