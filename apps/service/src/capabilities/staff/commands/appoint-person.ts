import type { Tx } from '@stazhirovka/db';
import { accompanies, appointmentFaults, roleOf, type PaperReference } from '@stazhirovka/domain/staff';
import type { Ctx } from '../../../shell/context.ts';
import { conflict, faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { settleSiteRooms } from '../../chat/index.ts';
import { enterToWork, rulesFor } from '../access.ts';
import { makeTutor } from '../becoming-tutor.ts';
import * as store from '../people-store.ts';
import { actsOf, membersOf } from '../queries.ts';

export type Appoint = {
	id: string;
	role: string;
	name: string;
	position: string;
	email: string;
	from: string;
	act: PaperReference | null;
	actId: string | null;
	minutes: PaperReference | null;
};

/**
 * Writes down who is in a role of the site (R32, R33, R71, R79). Whoever accompanies interns and has an account becomes
 * a tutor of the site from the first day on. The same appointment again is the one that stands. Answers with its id.
 */
export async function appointPerson(ctx: Ctx, { id: siteId, email, ...appoint }: Appoint): Promise<string> {
	return ctx.db.transaction(async (tx) => {
		const site = await enterToWork(tx, ctx, siteId, ['leader']);
		const { profile } = await rulesFor(tx, site);
		const personId = email === '' ? null : ((await store.accountOf(tx, email)) ?? null);
		const faults = [
			...appointmentFaults(profile, appoint, await membersOf(tx, siteId)),
			...(email !== '' && personId === null ? [{ code: 'staff.account_unknown', field: 'email' }] : []),
			...(await actFaults(tx, siteId, appoint.actId))
		];
		if (faults.length) faulty('staff.faulty', { faults });

		const { role, name, position, from: fromDay, act, actId, minutes } = appoint;
		const appointed = roleOf(profile, role);
		const becomesTutor = personId !== null && appointed !== undefined && accompanies(appointed);
		const grantWaits = becomesTutor && fromDay > site.today;
		const values = { siteId, role, name, position, personId, fromDay, act, actId, minutes, grantWaits };
		const by = { appointedBy: ctx.actor.personId, createdAt: ctx.now() };
		const made = await store.insertStaff(tx, { ...values, ...by });
		if (!made) return (await store.knownStaff(tx, values)) ?? conflict('staff');

		if (becomesTutor && !grantWaits) await makeTutor(tx, ctx, { id: made, personId, siteId });
		await settleSiteRooms(tx, ctx.now(), { siteId });
		await record(tx, ctx, 'staff.appointed', { id: made }, { siteId, role, name, personId, from: fromDay });
		return made;
	});
}

async function actFaults(tx: Tx, siteId: string, actId: string | null) {
	if (actId === null) return [];
	const known = (await actsOf(tx, siteId)).some(({ id }) => id === actId);
	return known ? [] : [{ code: 'staff.act_unknown', field: 'actId' }];
}
