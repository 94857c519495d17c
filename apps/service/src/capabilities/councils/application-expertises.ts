import type { ApplicationExpertise } from '@stazhirovka/contract/councils';
import { membersOn } from '@stazhirovka/domain/councils';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { today } from '../../shell/today.ts';
import { enterApplication } from '../sites/index.ts';
import { toExpertise } from './expertise-view.ts';
import { applicationFacts, peopleOf } from './queries.ts';
import { tiesOf } from './reckoning.ts';
import { assignmentsOf } from './reviews-store.ts';
import { stancesOf } from './stances.ts';
import { expertisesOfApplication, findCouncil, inOrder, membersOf } from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** What experts have written of an application, for those who keep its region; it is not there for anybody else. */
export async function readExpertises(ctx: Reading, applicationId: string): Promise<ApplicationExpertise[]> {
	const { db, actor, now } = ctx;
	await enterApplication(db, ctx, applicationId, 'keeper');
	const [applications, rounds] = await Promise.all([
		applicationFacts(db, [applicationId]),
		expertisesOfApplication(db, applicationId)
	]);
	const assignments = await assignmentsOf(
		db,
		rounds.map(({ id }) => id)
	);
	const reviewers = assignments.map(({ personId }) => personId);
	const cast = rounds.flatMap(({ castBy }) => castBy ?? []);
	const personIds = [...new Set([actor.personId, ...reviewers, ...cast])];
	const [people, stances, ties] = await Promise.all([
		peopleOf(db, personIds),
		stancesOf(db, personIds, [...applications.values()]),
		tiesOf(db, applications.values())
	]);
	const views = await Promise.all(
		rounds.map(async (round) => {
			const council = (await findCouncil(db, round.councilId)) ?? missing('council');
			const sitting = membersOn(await membersOf(db, council.id), today(now));
			const shown = {
				...{ people, stances, ties, sitting, applications, assignments },
				rounds: inOrder(rounds),
				viewerId: actor.personId
			};
			return toExpertise(round, shown).map((view) => ({ ...view, council: council.title }));
		})
	);
	return views.flat();
}
