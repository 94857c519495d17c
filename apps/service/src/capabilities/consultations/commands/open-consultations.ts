import { planSlots, type Opening } from '@stazhirovka/domain/consultations';
import { randomUUID } from 'node:crypto';
import type { Ctx } from '../../../shell/context.ts';
import { fail, faulty, missing } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { hostedCohorts } from '../access.ts';
import { insertSlots } from '../store.ts';

type Offer = Opening & {
	cohortIds: string[];
	places: number;
	delivery: 'in_person' | 'remote';
	venue: string;
	note: string;
	cancelHours: number;
};

/** Opens times for the interns of cohorts at one site; all of them, or none when one meets another of the host's. */
export async function openConsultations(ctx: Ctx, offer: Offer): Promise<number> {
	const { cohortIds, places, delivery, venue, note, cancelHours } = offer;
	const chosen = [...new Set(cohortIds)];

	return ctx.db.transaction(async (tx) => {
		const cohorts = (await hostedCohorts(tx, ctx)).filter(({ id }) => chosen.includes(id));
		const [{ siteId, timeZone } = missing('cohort')] = cohorts;
		if (cohorts.length < chosen.length) missing('cohort');
		if (cohorts.some((cohort) => cohort.siteId !== siteId))
			faulty('consultation.many_sites', { field: 'cohortIds' });
		const plan = planSlots(offer, timeZone, ctx.now());
		if (!plan.ok) return faulty(plan.refusal.code, plan.refusal.details);

		const slot = { seriesId: randomUUID(), hostId: ctx.actor.personId, siteId, createdAt: ctx.now() };
		const facts = { places, delivery, venue, note, cancelHours };
		const ids = await insertSlots(tx, { ...slot, ...facts }, plan.value, chosen);
		if (ids === 'overlap') return fail('conflict', 'consultation.overlap');

		for (const cohortId of chosen)
			await record(tx, ctx, 'consultation.opened', { id: slot.seriesId, cohortId }, { slots: ids.length });
		return ids.length;
	});
}
