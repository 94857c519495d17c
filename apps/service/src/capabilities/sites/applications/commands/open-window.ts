import type { GivenAct } from '@stazhirovka/contract/sites';
import { tellsMunicipalities, windowFaults } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../../../shell/context.ts';
import { fail, faulty } from '../../../../shell/errors.ts';
import { record } from '../../../../shell/journal.ts';
import { findAct } from '../../acts/act-store.ts';
import { registerAct } from '../../acts/acts.ts';
import { tellMunicipalities } from '../letters.ts';
import { enterRules } from '../../kept-rules.ts';
import { today } from '../../../../shell/today.ts';
import { insertWindow, windowByAct } from '../window-store.ts';

type Opening = { regulation: string; act: GivenAct; opensOn: string; closesOn: string };

/**
 * Opens a window for applications by an act and tells the municipalities (R12). The same act with the same days again
 * changes nothing; with other days it is refused: another act has to set them.
 */
export async function openWindow(ctx: Ctx, { regulation, act, ...days }: Opening) {
	return ctx.db.transaction(async (tx) => {
		const { profile, regulationId, regionId } = await enterRules(tx, ctx.actor, {
			key: regulation,
			day: today(ctx.now)
		});
		const { kind, communicated_to: tellTo = null } = profile.status.application_window;
		if (kind !== 'set_by_act') fail('refused', 'window.not_by_act');
		const faults = windowFaults(profile, act, days);
		if (faults.length) faulty('request.malformed', { faults });

		const actKnown = (await findAct(tx, { ...act, regionId })) !== undefined;
		const actId = await registerAct(tx, ctx, regionId, { ...act, known: true });
		const openedBy = ctx.actor.personId;
		const id = await insertWindow(tx, { regulationId, actId, ...days, openedBy, createdAt: ctx.now() });
		if (!id) {
			const stored = await windowByAct(tx, { regulationId, actId });
			const same = stored?.opensOn === days.opensOn && stored.closesOn === days.closesOn;
			return stored && same
				? { id: stored.id, actKnown: true, told: 0, tellTo }
				: fail('refused', 'window.act_used', { opensOn: stored?.opensOn, closesOn: stored?.closesOn });
		}
		await record(tx, ctx, 'application_window.opened', { id }, { regulation, actId, ...days });
		const by = `${act.kind} № ${act.number}`;
		const told = tellsMunicipalities(profile)
			? await tellMunicipalities(tx, ctx, { regionId, regulation: profile.short_title, act: by, ...days })
			: 0;
		return { id, actKnown, told, tellTo };
	});
}
