import type { Ctx } from '../../../../shell/context.ts';
import { conflict, fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { organisationsIn } from '../queries.ts';
import { enterRules } from '../../kept-rules.ts';
import { insertRecommendation, recommendationsOf } from '../recommendation-store.ts';
import { today } from '../../../../shell/today.ts';

type Given = { regulation: string; organisationId: string; authority: string; reference: string };

/** Puts an organisation on the list of recommended ones (R29); on it already, it stays as it is. */
export async function recommend(ctx: Ctx, { regulation, ...given }: Given) {
	return ctx.db.transaction(async (tx) => {
		const rules = await enterRules(tx, ctx.actor, { key: regulation, day: today(ctx.now) });
		if (rules.profile.host.scope !== 'recommended_list') fail('refused', 'recommendation.not_asked');
		const known = await organisationsIn(tx, rules.regionId, [given.organisationId]);
		if (!known.has(given.organisationId)) faulty('organisation.missing', { field: 'organisationId' });

		const { regulationId } = rules;
		const by = { enteredBy: ctx.actor.personId, createdAt: ctx.now() };
		const isNew = await insertRecommendation(tx, { regulationId, ...given, ...by });
		const list = await recommendationsOf(tx, [regulationId]);
		const stored =
			list.find(({ organisation }) => organisation.id === given.organisationId) ?? conflict('recommendation');
		if (isNew) await record(tx, ctx, 'recommendation.entered', { id: stored.id }, { regulation, ...given });
		return { ...stored, title: rules.profile.short_title };
	});
}
