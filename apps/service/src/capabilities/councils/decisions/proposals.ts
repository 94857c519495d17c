import type { ProposalBook } from '@stazhirovka/contract/councils';
import type { Ctx } from '../../../shell/context.ts';
import { keptRegions, rulesOn } from '../../regulations/index.ts';
import { today } from '../../../shell/today.ts';
import { proposalsIn } from './store.ts';
import { regulationsIn } from '../queries.ts';
import { sitesToChoose } from '../site-queries.ts';
import { waitingFor } from '../rules.ts';

const MOST_RECORDED = 100;

/**
 * Proposals that were recorded in the regions that the person keeps, and what may or must have one; `words`: what was
 * typed to find a site.
 */
export async function readProposals(
	{ db, actor, now }: Pick<Ctx, 'db' | 'actor' | 'now'>,
	words?: string
): Promise<ProposalBook> {
	const regionIds = (await keptRegions(db, actor)).map(({ id }) => id);
	const keys = (await regulationsIn(db, regionIds)).map(({ key }) => key);
	const rules = await Promise.all(keys.map((key) => rulesOn(db, key, today(now))));
	const bodies = new Map(
		keys.flatMap((key, n) => {
			const body = rules[n]?.profile.termination.on_submission_of;
			return body ? [[key, body] as const] : [];
		})
	);
	const [waiting, { found, more }, recorded] = await Promise.all([
		waitingFor(db, regionIds, 'proposal'),
		sitesToChoose(db, { regionIds, regulationKeys: [...bodies.keys()], words, now: now() }),
		proposalsIn(db, regionIds, MOST_RECORDED)
	]);

	return {
		applications: waiting.map(({ application: { id, title }, rules: { profile } }) => ({
			...{ id, title },
			body: profile.status.on_submission_of ?? ''
		})),
		sites: found.map(({ id, title, regulationKey }) => ({
			...{ id, title },
			body: bodies.get(regulationKey) ?? ''
		})),
		moreSites: more,
		recorded: recorded.map(({ proposal, application, site }) => ({
			id: proposal.id,
			about: proposal.applicationId ? 'status' : 'termination',
			title: application ?? site ?? '',
			applicationId: proposal.applicationId,
			siteId: proposal.siteId,
			body: proposal.body,
			number: proposal.number,
			madeOn: proposal.madeOn,
			text: proposal.text
		}))
	};
}
