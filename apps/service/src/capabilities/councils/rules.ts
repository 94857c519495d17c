import type { Database, Tx } from '@stazhirovka/db';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import { isStopped, stepDue, type Step } from '@stazhirovka/domain/sites';
import { rulesOf, type Rules } from '../regulations/index.ts';
import type { ApplicationFacts } from './queries.ts';
import { applicationFacts, applicationsIn } from './queries.ts';

type Queryable = Database | Tx;

/** States in which a step of a council or of a body may be due. */
const ON_THE_WAY = ['complete', 'in_review', 'reviewed', 'supported'] as const;

export type Waiting = { application: ApplicationFacts; rules: Rules };

/** The rules of several versions, each asked for once. */
export async function rulesByVersion(db: Queryable, versionIds: string[]): Promise<Map<string, Rules>> {
	const found = await Promise.all([...new Set(versionIds)].map((id) => rulesOf(db, id)));
	return new Map(found.flatMap((rules) => (rules ? [[rules.versionId, rules] as const] : [])));
}

/** Applications of these regions for which a step is due by their own regulation; none that an expertise has stopped. */
export async function waitingFor(
	db: Queryable,
	regionIds: string[],
	step: Step,
	states: readonly (typeof ON_THE_WAY)[number][] = ON_THE_WAY
): Promise<Waiting[]> {
	const rows = await applicationsIn(db, regionIds, [...states]);
	const rules = await rulesByVersion(
		db,
		rows.map(({ regulationVersionId }) => regulationVersionId)
	);
	const facts = await applicationFacts(
		db,
		rows.map(({ id }) => id)
	);
	return [...facts.values()].flatMap((application) => {
		const own = rules.get(application.regulationVersionId);
		if (!own || isStopped(own.profile, application)) return [];
		return stepDue(own.profile, application.state) === step ? [{ application, rules: own }] : [];
	});
}

/** Names by which a regulation calls its councils, in the order in which it does. */
export function bodiesOf({ bodies, status, termination }: RegulationProfile): string[] {
	const named = [
		...bodies.map(({ title }) => title),
		status.decided_by_body,
		status.expertise.body,
		termination.decided_by
	];
	return [...new Set(named.flatMap((title) => title ?? []))];
}
