import type { ApplicationChain } from '@stazhirovka/contract/councils';
import { bodyOf, nextStep, stepDue } from '@stazhirovka/domain/sites';
import type { Ctx } from '../../shell/context.ts';
import { enterApplication, findSite, grantingAct } from '../sites/index.ts';
import { lettersAbout, proposalOf } from './decisions/store.ts';
import { meetingsAbout } from './meetings/queries.ts';
import { councilsIn } from './queries.ts';
import { wantedOf } from './reckoning.ts';
import { assignmentsOf } from './reviews-store.ts';
import { expertisesOfApplication } from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** The way of an application from its council to its act, for those who keep its region (R4, R5, R27). */
export async function readChain(ctx: Reading, id: string): Promise<ApplicationChain> {
	const { db } = ctx;
	const application = await enterApplication(db, ctx, id, 'keeper');
	const { rules, siteId, regionId } = application;
	const [known, rounds, meetings, proposal, letters, site, act] = await Promise.all([
		councilsIn(db, [regionId]),
		expertisesOfApplication(db, id),
		meetingsAbout(db, id),
		proposalOf(db, { applicationId: id }),
		lettersAbout(db, [id]),
		siteId ? findSite(db, siteId) : undefined,
		siteId ? grantingAct(db, siteId) : undefined
	]);
	const judging = new Set(rounds.map(({ councilId }) => councilId));
	const councils = known
		.filter(({ regulationId }) => regulationId === rules.regulationId)
		.toSorted((a, b) => Number(judging.has(b.id)) - Number(judging.has(a.id)));
	const open = rounds.find(({ finishedAt }) => finishedAt === null);
	const held = open ? await assignmentsOf(db, [open.id]) : [];
	const round = open && {
		wanted: wantedOf(open, held),
		assigned: held.length,
		released: held.filter(({ releasedAt }) => releasedAt).length,
		submitted: held.filter(({ review }) => review?.submittedAt).length
	};
	const onAgenda = meetings.some(({ state }) => state === 'planned' || state === 'called');
	const due = stepDue(rules.profile, application.state);
	const progress = { councils: councils.length, round: round ?? null, onAgenda };

	return {
		next: nextStep(rules.profile, application, progress),
		by: due && bodyOf(rules.profile, due),
		councils: councils.map(({ id, title }) => ({ id, title })),
		round: round ? { wanted: round.wanted, submitted: round.submitted } : null,
		meetings: meetings.map(({ councilId, title, ...meeting }) => ({
			...meeting,
			council: { id: councilId, title }
		})),
		proposal: proposal
			? { id: proposal.id, number: proposal.number, on: proposal.madeOn, body: proposal.body }
			: null,
		act: act ? { id: act.id, number: act.number, on: act.signedOn, kind: act.kind } : null,
		site: site ? { id: site.id, title: site.title } : null,
		letters: letters.filter(({ releasedAt }) => releasedAt === null).length
	};
}
