import type { ActOrder } from '@stazhirovka/contract/sites';
import { shortName } from '@stazhirovka/domain/certificates';
import { COUNCIL_ROLES } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../../shell/context.ts';
import { today } from '../../../shell/today.ts';
import { keptRules } from '../kept-rules.ts';
import * as queries from './order-queries.ts';

type Reader = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What each of these acts orders besides statuses of sites; an act that orders nothing of it has an empty list. */
export async function ordersOf(
	{ db, actor, now }: Reader,
	actIds: string[]
): Promise<(actId: string) => ActOrder[]> {
	const [windows, councils, leaders, coordinators, staff, rules] = await Promise.all([
		queries.windowsByActs(db, actIds),
		queries.councilsByActs(db, actIds),
		queries.leadersByActs(db, actIds),
		queries.coordinatorsByActs(db, actIds),
		queries.staffByActs(db, actIds),
		keptRules(db, actor, today(now))
	]);
	const councilIds = councils.map(({ council }) => council.id);
	const members = await queries.membersBy(db, { actIds, councilIds });
	const titles = new Map(rules.map(({ regulationId, profile }) => [regulationId, profile.short_title]));

	return (actId) => [
		...windows
			.filter((row) => row.actId === actId)
			.map(({ regulationId, key, opensOn, closesOn }) => ({
				kind: 'window' as const,
				regulation: { key, title: titles.get(regulationId) ?? key },
				...{ opensOn, closesOn }
			})),
		...councils
			.filter((row) => row.actId === actId)
			.map(({ council }) => ({ kind: 'council' as const, council, members: firstOf(members, council.id) })),
		...members.flatMap(({ council, role, person, fromDay, ...row }) => {
			const one = { council, role, name: shortName(person) };
			return [
				...(row.actId === actId ? [{ kind: 'joined' as const, ...one, on: fromDay }] : []),
				...(row.endActId === actId ? [{ kind: 'left' as const, ...one, on: row.lastDay ?? fromDay }] : [])
			];
		}),
		...leaders.flatMap(({ site, person, ...row }) => {
			const one = { site, name: shortName(person) };
			const { began, ended } = daysBy(actId, row);
			return [
				...began.map((on) => ({ kind: 'leader' as const, ...one, on })),
				...ended.map((on) => ({ kind: 'relieved' as const, ...one, on }))
			];
		}),
		...coordinators.flatMap(({ region, person, ...row }) => {
			const one = { region, name: shortName(person) };
			const { began, ended } = daysBy(actId, row);
			return [
				...began.map((on) => ({ kind: 'coordinator' as const, ...one, on })),
				...ended.map((on) => ({ kind: 'coordinator_relieved' as const, ...one, on }))
			];
		}),
		...staff
			.filter((row) => row.actId === actId)
			.map(({ site, name, on }) => ({ kind: 'staff' as const, site, name, on }))
	];
}

type Days = Record<'actId' | 'relievedByActId' | 'fromDay' | 'lastDay', string | null>;

/** The first day of an appointment where this act made it, and the last one where this act ended it. */
function daysBy(id: string, { actId, relievedByActId, fromDay, lastDay }: Days) {
	return {
		began: actId === id && fromDay ? [fromDay] : [],
		ended: relievedByActId === id && lastDay ? [lastDay] : []
	};
}

type Members = Awaited<ReturnType<typeof queries.membersBy>>;

/** Who came with the council itself: an act of their own have only those who came later. */
function firstOf(members: Members, councilId: string) {
	return members
		.filter(({ council, actId }) => council.id === councilId && actId === null)
		.toSorted((a, b) => COUNCIL_ROLES.indexOf(a.role) - COUNCIL_ROLES.indexOf(b.role))
		.map(({ person, role }) => ({ name: shortName(person), role }));
}
