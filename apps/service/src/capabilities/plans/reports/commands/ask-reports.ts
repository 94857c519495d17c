import type { Tx } from '@stazhirovka/db';
import { isCalendarDate } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty, missing } from '../../../../shell/errors.ts';
import { today } from '../../../../shell/today.ts';
import { record } from '../../../../shell/journal.ts';
import { rulesOn } from '../../../regulations/index.ts';
import { keptRegionIds } from '../desk.ts';
import { asked, tellLeaders } from '../letters.ts';
import { leadersOf, sitesAmong } from '../queries.ts';
import { insertRequests } from '../store.ts';

type Asking = { siteIds: string[]; dueOn: string; subject: string; askedFor: string };

/**
 * Asks sites for a report by a day of its own (R127) and writes to their leaders. A site that was asked the very same
 * is not asked twice. How many were asked.
 */
export async function askReports(ctx: Ctx, { siteIds, ...given }: Asking): Promise<number> {
	const { dueOn, subject, askedFor } = given;
	const day = today(ctx.now);
	const faults = faultsIn({ siteIds, dueOn, subject }, day);
	if (faults.length) faulty('report.faulty', { faults });

	return ctx.db.transaction(async (tx) => {
		const sites = await sitesAmong(tx, siteIds, keptRegionIds(ctx.actor));
		if (sites.length !== new Set(siteIds).size) missing('site');
		const versions = await versionsOn(tx, new Set(sites.map(({ regulationKey }) => regulationKey)), day);
		const requests = sites.map(({ id: siteId, regulationKey }) => ({
			...{ siteId, dueOn, subject, askedFor, kind: 'request' as const },
			regulationVersionId: versions.get(regulationKey) ?? fail('refused', 'site.no_rules'),
			...{ askedBy: ctx.actor.personId, createdAt: ctx.now() }
		}));
		const made = await insertRequests(tx, requests);
		const leaders = made.length ? await leadersOf(tx, siteIds) : [];
		for (const { id, siteId } of made) {
			const site = sites.find((one) => one.id === siteId)?.title ?? '';
			await record(tx, ctx, 'report.asked', { id }, { siteId, ...given });
			await tellLeaders(tx, ctx, { id, siteId, site }, asked(given), leaders);
		}
		return made.length;
	});
}

async function versionsOn(tx: Tx, keys: ReadonlySet<string>, day: string): Promise<Map<string, string>> {
	const versions = new Map<string, string>();
	for (const key of keys) {
		const rules = await rulesOn(tx, key, day);
		if (rules) versions.set(key, rules.versionId);
	}
	return versions;
}

function faultsIn({ siteIds, dueOn, subject }: Omit<Asking, 'askedFor'>, today: string) {
	const day = isCalendarDate(dueOn) ? (dueOn < today ? 'due_past' : null) : 'due_missing';
	return [
		...(siteIds.length === 0 ? [{ code: 'report.sites_missing', field: 'siteIds' }] : []),
		...(day ? [{ code: `report.${day}`, field: 'dueOn' }] : []),
		...(subject === '' ? [{ code: 'report.subject_missing', field: 'subject' }] : [])
	];
}
