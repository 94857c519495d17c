import type { ProposalBook } from '@stazhirovka/contract/councils';
import type { Ctx } from '../../../shell/context.ts';
import { keptRegions, rulesOn } from '../../regulations/index.ts';
import { today } from '../../../shell/today.ts';
import { proposalsIn } from './store.ts';
import { sitesIn } from '../queries.ts';
import { waitingFor } from '../rules.ts';

/** Proposals that were recorded in the regions that the person keeps, and what may or must have one. */
export async function readProposals({
	db,
	actor,
	now
}: Pick<Ctx, 'db' | 'actor' | 'now'>): Promise<ProposalBook> {
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const [waiting, sites, recorded] = await Promise.all([
		waitingFor(db, regionIds, 'proposal'),
		sitesIn(db, regionIds),
		proposalsIn(db, regionIds)
	]);
	const keys = [...new Set(sites.map(({ regulationKey }) => regulationKey))];
	const rules = await Promise.all(keys.map((key) => rulesOn(db, key, today(now))));
	const bodies = new Map(keys.map((key, n) => [key, rules[n]?.profile.termination.on_submission_of]));

	return {
		applications: waiting.map(({ application: { id, title }, rules: { profile } }) => ({
			...{ id, title },
			body: profile.status.on_submission_of ?? ''
		})),
		sites: sites.flatMap(({ id, title, regulationKey }) => {
			const body = bodies.get(regulationKey);
			return body ? [{ id, title, body }] : [];
		}),
		recorded: recorded.map(({ proposal, application, site }) => ({
			id: proposal.id,
			about: proposal.applicationId ? 'status' : 'termination',
			title: application ?? site ?? '',
			body: proposal.body,
			number: proposal.number,
			madeOn: proposal.madeOn,
			text: proposal.text
		}))
	};
}
