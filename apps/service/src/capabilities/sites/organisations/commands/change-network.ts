import type { NetworkChange } from '@stazhirovka/contract/sites';
import type { Tx } from '@stazhirovka/db';
import {
	changeFaults,
	lastDayBefore,
	standingMembers,
	standingOn,
	type Membership
} from '@stazhirovka/domain/sites';
import { localDay } from '@stazhirovka/domain/calendar';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { rulesOn } from '../../../regulations/index.ts';
import { enterSite } from '../../access.ts';
import * as store from '../network-store.ts';
import { findOrganisation } from '../queries.ts';
import { decisionsOf, membershipsOf } from '../../history-queries.ts';
import { lockSite } from '../../acts/status-store.ts';

const KINDS = { join: 'site.member_joined', leave: 'site.member_left', lead: 'site.lead_changed' } as const;

/** An organisation joins or leaves a network, or another one leads it (R31, R32). Every membership stays in the history. */
export async function changeNetwork(ctx: Ctx, id: string, change: NetworkChange): Promise<void> {
	await ctx.db.transaction(async (tx) => {
		await enterSite(tx, ctx.actor, id, 'keeper');
		await lockSite(tx, id);
		// Once more: the lead may have changed before the lock was ours.
		const site = await enterSite(tx, ctx.actor, id, 'keeper');
		const today = localDay(ctx.now(), site.timeZone);
		const begun = await allowLiving(tx, id, today);

		const rules =
			(await rulesOn(tx, site.regulationKey, today)) ?? fail('refused', 'site.regulation_missing');
		const kept = standingMembers(await membershipsOf(tx, id));
		const alone = { organisationId: site.organisationId, isLead: true, leftOn: null, minutes: null };
		const standing = kept.length ? kept : [{ ...alone, joinedOn: begun < change.from ? begun : change.from }];
		const faults = [
			...changeFaults(rules.profile, { standing, today }, change),
			...(await strangerFaults(tx, change, site.regionId))
		];
		if (faults.length) faulty('network.faulty', { faults });

		if (kept.length === 0) await store.insertMembers(tx, id, standing);
		await apply(tx, id, standing, change);
		const { kind, ...data } = change;
		await record(tx, ctx, KINDS[kind], { id }, data);
	});
}

/** After the end a site is read-only (R34). Answers with the first day of its status. */
async function allowLiving(tx: Tx, id: string, today: string): Promise<string> {
	const standing = standingOn(await decisionsOf(tx, [id]), today);
	const over = !standing || standing.status === 'expired' || standing.status === 'terminated';
	return over ? fail('refused', 'site.status_over') : standing.from;
}

async function strangerFaults(tx: Tx, change: NetworkChange, regionId: string) {
	if (change.kind !== 'join' || (await findOrganisation(tx, change.organisationId, [regionId]))) return [];
	return [{ field: 'organisationId', code: 'network.organisation_unknown' }];
}

async function apply(tx: Tx, siteId: string, standing: Membership[], change: NetworkChange): Promise<void> {
	const { organisationId, from: joinedOn } = change;
	const minutes = change.minutes || null;
	const lead = standing.find(({ isLead }) => isLead)?.organisationId ?? organisationId;
	const asLead = (id: string) => ({ organisationId: id, isLead: true, joinedOn, minutes });

	switch (change.kind) {
		case 'join':
			if (minutes) await store.noteMinutes(tx, siteId, minutes);
			return store.insertMembers(tx, siteId, [{ organisationId, joinedOn }]);
		case 'lead':
			await store.endMembers(tx, siteId, [lead, organisationId], lastDayBefore(change));
			await store.insertMembers(tx, siteId, [{ organisationId: lead, joinedOn }, asLead(organisationId)]);
			return store.setLead(tx, siteId, organisationId);
		case 'leave': {
			const next = change.newLead;
			await store.endMembers(
				tx,
				siteId,
				next ? [organisationId, next] : [organisationId],
				lastDayBefore(change)
			);
			if (next === null) return;
			await store.insertMembers(tx, siteId, [asLead(next)]);
			return store.setLead(tx, siteId, next);
		}
	}
}
