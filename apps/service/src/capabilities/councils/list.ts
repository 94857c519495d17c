import type { CouncilCard } from '@stazhirovka/contract/councils';
import { membersOn } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../shell/context.ts';
import { keptRegions, rulesOn } from '../regulations/index.ts';
import { today } from '../../shell/today.ts';
import { meetingCounts } from './meetings/queries.ts';
import { councilsIn, expertsIn, regulationsIn } from './queries.ts';
import { bodiesOf } from './rules.ts';
import { allMembers, expertisesOf } from './store.ts';
import { toPerson } from './view.ts';

/** Councils of the regions that the person keeps, with what a new one can be composed from. */
export async function listCouncils({ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>) {
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const day = today(now);
	const [councils, regulations, experts] = await Promise.all([
		councilsIn(db, regionIds),
		regulationsIn(db, regionIds),
		expertsIn(db, regionIds)
	]);
	const ids = councils.map(({ id }) => id);
	const [members, expertises, meetings, rules] = await Promise.all([
		allMembers(db, ids),
		expertisesOf(db, ids),
		meetingCounts(db, ids),
		Promise.all(regulations.map(({ key }) => rulesOn(db, key, day)))
	]);
	const titles = new Map(rules.flatMap((one) => (one ? [[one.regulationId, one.profile] as const] : [])));

	return {
		councils: councils.map(({ id, title, regulationId, key }): CouncilCard => ({
			...{ id, title },
			regulation: titles.get(regulationId)?.short_title ?? key,
			members: membersOn(
				members.filter(({ councilId }) => councilId === id),
				day
			).length,
			inReview: expertises.filter((one) => one.councilId === id && one.finishedAt === null).length,
			meetings: meetings.get(id) ?? 0
		})),
		regulations: regulations.flatMap(({ id }) => {
			const profile = titles.get(id);
			return profile ? [{ id, title: profile.short_title, bodies: bodiesOf(profile) }] : [];
		}),
		experts: experts.map((person) => toPerson(new Map([[person.id, person]]), person.id))
	};
}
