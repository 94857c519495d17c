import type { Due } from '@stazhirovka/contract/plans';
import { addDays } from '@stazhirovka/domain/calendar';
import { periodOn, warningDue } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../shell/context.ts';
import { statusPeriodsOf } from '../sites/index.ts';
import { agreementsOf, enterInnerSite, staffOf, type EnteredSite } from '../staff/index.ts';
import { feedSince } from './formats-store.ts';
import { plansOf, rowsAhead } from './queries.ts';
import { reportsWaiting } from './reports/index.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** How far a leader looks ahead. */
const SOON = 14;
const AGREEMENT_WARNING = 30;
/** A plan that begins later than that may wait. */
const PLAN_AHEAD = 60;
const NOTHING = { count: 0, on: null, planId: null, rowId: null, reportId: null, title: null };

/** What waits at a site now, the most urgent first; whoever does not lead it sees its events alone. */
export async function readDue(ctx: Reader, siteId: string) {
	const site = await enterInnerSite(ctx.db, ctx, siteId);
	const leads = site.as.includes('leader');
	const [rows, since, own] = await Promise.all([
		rowsAhead(ctx.db, siteId, { today: site.today, until: addDays(site.today, SOON) }),
		feedSince(ctx.db, siteId),
		leads ? leaderDue(ctx, site) : []
	]);
	const ahead = rows.map(({ id, title, from, lastDay }): Due => {
		const overdue = lastDay !== null && lastDay < site.today;
		return { ...NOTHING, kind: overdue ? 'overdue' : 'soon', on: overdue ? lastDay : from, rowId: id, title };
	});
	const order = (kind: Due['kind']) => URGENCY.indexOf(kind);
	return {
		due: [...own, ...ahead].toSorted((a, b) => order(a.kind) - order(b.kind)),
		feedSince: since?.toISOString() ?? null,
		can: { closeFeed: leads && since !== null }
	};
}

const URGENCY: readonly Due['kind'][] = [
	'report_overdue',
	'plan_returned',
	'report_returned',
	'overdue',
	'no_plan',
	'proposals',
	'plan_draft',
	'term_ends',
	'report_due',
	'agreement_ends',
	'no_people',
	'soon',
	'plan_waits'
];

async function leaderDue({ db }: Reader, site: EnteredSite): Promise<Due[]> {
	const { id, today } = site;
	const [reports, plans, periods, people, agreements] = await Promise.all([
		reportsWaiting(db, site),
		plansOf(db, id, today),
		statusPeriodsOf(db, id),
		staffOf(db, { siteId: id }),
		agreementsOf(db, id)
	]);
	const lastDay = periodOn(periods, today)?.lastDay ?? null;
	const standing = plans.filter(
		({ from, lastDay }) => (lastDay === null || lastDay >= today) && from <= addDays(today, PLAN_AHEAD)
	);
	const covered = standing.some(({ from }) => from <= today);
	const ending = agreements.filter(
		(one) => one.lastDay !== null && one.lastDay >= today && one.lastDay <= addDays(today, AGREEMENT_WARNING)
	);
	return [
		...reports.map((one): Due => ({ ...NOTHING, ...one })),
		...(covered ? [] : [{ ...NOTHING, kind: 'no_plan' } as const]),
		...standing.flatMap(({ id: planId, state, proposals }): Due[] => [
			...(state === 'in_force' ? [] : [{ ...NOTHING, kind: KIND[state], planId }]),
			...(proposals > 0 ? [{ ...NOTHING, kind: 'proposals' as const, planId, count: proposals }] : [])
		]),
		...(people.some((person) => person.lastDay === null) ? [] : [{ ...NOTHING, kind: 'no_people' } as const]),
		...(lastDay !== null && warningDue(lastDay, today) !== null
			? [{ ...NOTHING, kind: 'term_ends', on: lastDay } as const]
			: []),
		...ending.map(({ number, lastDay: on }) => ({
			...NOTHING,
			...{ kind: 'agreement_ends' as const, on, title: number }
		}))
	];
}

const KIND = {
	draft: 'plan_draft',
	returned: 'plan_returned',
	sent: 'plan_waits',
	agreed: 'plan_waits',
	approved: 'plan_waits'
} as const;
