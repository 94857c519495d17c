import type { getPlanDesk, PlanShow } from '@stazhirovka/contract/plans';
import type { Output } from '@stazhirovka/contract/endpoint';
import { watchedMunicipalities } from '@stazhirovka/domain/accounts';
import { approvalSteps } from '@stazhirovka/domain/plans';
import type { Ctx } from '../../shell/context.ts';
import { today } from '../../shell/today.ts';
import { rulesOfAll } from '../regulations/index.ts';
import { keptScope } from '../sites/index.ts';
import { planCountsByState, planPage, STATES, type Overseen } from './desk-queries.ts';
import { approvalsOfAll } from './plans-store.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

const PAGE = 25;

/** Plans about which the keeper of a region or the observer of a municipality has a word (R56, R57). */
export async function readPlanDesk(
	{ db, actor, now }: Reader,
	{ show = 'waiting', search = '', page = 1 }: { show?: PlanShow; search?: string; page?: number }
): Promise<Output<typeof getPlanDesk>> {
	const overseen = overseenBy(actor);
	const filter = { search, day: today(now) };
	const at = { limit: PAGE, offset: (page - 1) * PAGE };
	const [states, rows] = await Promise.all([
		planCountsByState(db, overseen, filter),
		planPage(db, overseen, { ...filter, show }, at)
	]);
	const rules = await rulesOfAll(db, [...new Set(rows.map(({ versionId }) => versionId))]);
	const done = await approvalsOfAll(
		db,
		rows.map(({ id }) => id)
	);
	const counted = (one: PlanShow) => STATES[one].reduce((sum, state) => sum + (states.get(state) ?? 0), 0);
	return {
		counts: {
			waiting: counted('waiting'),
			returned: counted('returned'),
			in_force: counted('in_force')
		},
		total: counted(show),
		pageSize: PAGE,
		lines: rows.map(({ versionId, signature, ...row }) => {
			const profile = rules.get(versionId)?.profile;
			const given = done.get(row.id) ?? [];
			const steps = profile ? approvalSteps(profile.plan).filter(({ kind }) => !given.includes(kind)) : [];
			return {
				...row,
				...{ name: profile?.plan.name ?? '', regulation: profile?.short_title ?? '' },
				signedOn: signature?.on ?? null,
				steps: steps.map(({ kind, by }) => ({ kind, by }))
			};
		})
	};
}

/** The regions whose registers the person keeps, and the municipalities that they watch; for most there is none. */
function overseenBy(actor: Ctx['actor']): Overseen {
	const municipalityIds = watchedMunicipalities(actor.grants);
	return { ...keptScope(actor), municipalityIds };
}
