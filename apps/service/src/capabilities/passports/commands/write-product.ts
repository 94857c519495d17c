import type { ProductFields } from '@stazhirovka/contract/passports';
import type { Tx } from '@stazhirovka/db';
import { licenceFaults, linkFaults } from '@stazhirovka/domain/passports';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { isRepeat } from '../../../shell/repeat.ts';
import { enterToWork } from '../../staff/index.ts';
import { worksOf } from '../queries.ts';
import * as store from '../store.ts';

type Writing = ProductFields & { id: string; item: string; revision: number | null };

/** Writes down a product of practice or changes it (R137–R139); a new one is a draft. */
export async function writeProduct(
	ctx: Ctx,
	{ id: siteId, item, revision, workId, ...fields }: Writing
): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterToWork(tx, ctx, siteId, ['leader']);
		const faults = [
			...linkFaults(fields.link),
			...licenceFaults(fields.licence, workId !== null),
			...(await workFaults(tx, siteId, workId))
		];
		if (faults.length) faulty('passport.faulty', { faults });

		const place = { id: item, siteId };
		// Whoever made an intern's work is told by the work.
		const values = { ...fields, authors: workId ? '' : fields.authors, finalWorkId: workId };
		if (revision === null) {
			const by = { writtenBy: ctx.actor.personId, createdAt: ctx.now() };
			if (!(await store.insertProduct(tx, { ...place, ...values, ...by }))) {
				const standing = await store.productAt(tx, place);
				return standing && isRepeat(standing, values) ? undefined : conflict('passport');
			}
		} else if (!(await store.changeProduct(tx, { ...place, revision }, values))) conflict('passport');
		await record(tx, ctx, 'site_product.written', { id: item }, { siteId, title: fields.title });
	});
}

async function workFaults(tx: Tx, siteId: string, workId: string | null) {
	if (workId === null || (await worksOf(tx, siteId)).some(({ id }) => id === workId)) return [];
	return [{ field: 'workId', code: 'passport.work_unknown' }];
}
