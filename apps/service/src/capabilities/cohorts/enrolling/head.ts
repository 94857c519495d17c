import type { getHeadConfirmation } from '@stazhirovka/contract/cohorts';
import type { Output } from '@stazhirovka/contract/endpoint';
import { fullName } from '@stazhirovka/domain/certificates';
import type { Deps } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { findByToken } from './head-store.ts';
import { headPage, sessionsOf } from './queries.ts';

type Page = Output<typeof getHeadConfirmation>;

/** What the one-time link asks; after a withdrawal there is nothing to ask, and the link leads nowhere. */
export async function readHeadConfirmation(
	{ db, now }: Pick<Deps, 'db' | 'now'>,
	token: string
): Promise<Page> {
	const asked = (await findByToken(db, token, now())) ?? missing('head');
	const page = (await headPage(db, asked.enrolmentId)) ?? missing('head');
	if (!asked.answeredAt && page.state !== 'awaiting_head') missing('head');

	const { position, school, programme, hours, cohort, site, startsOn, endsOn } = page;
	const { agreed, answeredAt } = asked;
	return {
		...{ intern: fullName(page), position, school, programme, hours, cohort, site, startsOn, endsOn },
		sessions: await sessionsOf(db, page.cohortId),
		answer: answeredAt && agreed !== null ? { agreed, answeredAt: answeredAt.toISOString() } : null
	};
}
