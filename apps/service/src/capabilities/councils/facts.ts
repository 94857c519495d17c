import type { Database, Tx } from '@stazhirovka/db';
import type { Reference } from '@stazhirovka/db/schema';
import type { ExpertiseResult } from '@stazhirovka/domain/councils';
import type { ApplicationState } from '@stazhirovka/domain/sites';
import { lettersAbout, proposalOf, type ProposalRow } from './decisions/store.ts';
import { lastDecision } from './meetings/queries.ts';
import { countCouncils, expertisesOfApplication } from './store.ts';

type Queryable = Database | Tx;

type ReviewFacts = {
	expertise: ExpertiseResult | null;
	council: 'for' | 'against' | null;
	/** Minutes of the meeting that decided. */
	minutes: Reference | null;
	proposal: Reference | null;
};

/** What has been done on the way of an application to the act: its last expertise, council and proposal (R4, R5, R27). */
export async function reviewFacts(db: Queryable, applicationId: string): Promise<ReviewFacts> {
	const [expertises, decided, proposal] = await Promise.all([
		expertisesOfApplication(db, applicationId),
		lastDecision(db, { applicationId }),
		proposalOf(db, { applicationId })
	]);
	return {
		expertise: expertises.at(-1)?.result ?? null,
		council: decided?.outcome ?? null,
		minutes: decided?.minutes ?? null,
		proposal: proposal ? toReference(proposal) : null
	};
}

/** Whether a council that judges sites under the regulation is kept here. */
export async function keepsCouncil(db: Queryable, regulationId: string): Promise<boolean> {
	return (await countCouncils(db, regulationId)) > 0;
}

/**
 * What has been done towards the end of a status that began on a day: minutes in which a council was for it, and the
 * proposal (R22). Papers about an earlier status of the site count for nothing.
 */
export async function terminationFacts(
	db: Queryable,
	siteId: string,
	begun: string
): Promise<{ minutes: Reference | null; proposal: Reference | null }> {
	const [decided, proposal] = await Promise.all([lastDecision(db, { siteId }), proposalOf(db, { siteId })]);
	const sinceThen = (paper: Reference | null) => (paper && paper.date >= begun ? paper : null);
	return {
		minutes: sinceThen(decided?.outcome === 'for' ? decided.minutes : null),
		proposal: sinceThen(proposal ? toReference(proposal) : null)
	};
}

/** What the author of an application has not been told; until then they see the state before the first of it. */
export type WaitingNews = {
	seenState: ApplicationState;
	hidesReview: boolean;
	/** A council has decided; whether for or against nobody can tell from this. */
	decided: boolean;
};

/** Of these applications, those with letters that wait behind the last one that was released. */
export async function waitingNews(
	db: Queryable,
	applicationIds: string[]
): Promise<ReadonlyMap<string, WaitingNews>> {
	const letters = applicationIds.length ? await lettersAbout(db, applicationIds) : [];
	const news = new Map<string, WaitingNews>();
	for (const [id, about] of Map.groupBy(letters, ({ applicationId }) => applicationId)) {
		const waiting = about.slice(about.findLastIndex(({ releasedAt }) => releasedAt !== null) + 1);
		const [first] = waiting;
		if (!first) continue;
		news.set(id, {
			seenState: first.seenState,
			hidesReview: about.some(({ kind, releasedAt }) => kind === 'expertise' && releasedAt === null),
			decided: waiting.some(({ kind, result }) => kind === 'council' && result !== 'postponed')
		});
	}
	return news;
}

function toReference({ body, number, madeOn }: ProposalRow): Reference {
	return { body, number, date: madeOn };
}
