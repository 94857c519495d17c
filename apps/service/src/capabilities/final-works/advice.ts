import type * as contract from '@stazhirovka/contract/final-works';
import type { Database, Tx } from '@stazhirovka/db';
import { sumOf, wholeReviews } from '@stazhirovka/domain/final-works';
import {
	adviceFor,
	type Advice,
	type Advised,
	type Grade,
	type Reason
} from '@stazhirovka/domain/peer-marks';
import type { PeerRules } from '@stazhirovka/domain/programmes';
import { missing } from '../../shell/errors.ts';
import type { ExampleMarks } from '../calibration/index.ts';
import { toPerson } from '../cohorts/index.ts';
import type { Intern } from './queries.ts';
import { sentReviews, standingsOf, type Standing } from './standing.ts';
import { worksOf, type WorkRow } from './store.ts';
import { toPeerFigures } from './view.ts';

type Interns = ReadonlyMap<string, Intern>;
type Scale = { rules: PeerRules; max: number };

/** What the reviews of the whole cohort say of each work whose reviews are closed. It informs, the rule decides (R117). */
export function advicesOf(
	{ rules, max }: Scale,
	standings: Standing[],
	interns: Interns,
	examples: ExampleMarks[]
): Map<string, contract.Advice> {
	// Examples anchor the reviewers: the staff's marks of them have no bias of their own.
	const marked = examples.map(({ scores, ...grade }) => ({ ...grade, value: sumOf(rules, scores) }));
	const { works } = adviceFor({
		grades: [...gradesOf(rules, standings), ...marked],
		earlier: null,
		scale: max,
		pass: rules.passTotal,
		wanted: rules.reviewsPerWork
	});
	const closed = new Set(standings.filter(({ reviewsClosed }) => reviewsClosed).map(({ work }) => work.id));
	const known = [...works].filter(([work]) => closed.has(work));
	return new Map(known.map(([work, advice]) => [work, toAdvice(advice, max, interns)]));
}

/** The sums of all whole reviews of a cohort. */
export function gradesOf(rules: PeerRules, standings: Standing[]): Grade[] {
	return standings.flatMap(({ work, reviews }) =>
		wholeReviews(rules, sentReviews(reviews)).map(({ reviewerId, scores }) => ({
			work: work.id,
			reviewer: reviewerId,
			value: sumOf(rules, scores)
		}))
	);
}

/** In points to a tenth; nothing beyond the scale. */
function toAdvice({ mean, mark, interval, reasons }: Advice, max: number, interns: Interns): contract.Advice {
	const within = (points: number) => tenths(Math.min(Math.max(points, 0), max));
	return {
		mean: tenths(mean),
		mark: within(mark),
		low: within(interval.low),
		high: within(interval.high),
		reasons: reasons.map((reason) => toReason(reason, interns))
	};
}

function toReason(reason: Reason, interns: Interns): contract.AdviceReason {
	switch (reason.kind) {
		case 'spread':
			return { kind: 'spread', points: tenths(reason.points), limit: tenths(reason.limit) };
		case 'outlier':
			return { kind: 'outlier', reviewer: nameOf(interns, reason.reviewer), above: reason.t > 0 };
		case 'model_apart':
			return { kind: 'model_apart', points: tenths(reason.points) };
		case 'few_reviews':
			return reason;
		case 'border':
			return { kind: 'border', pass: reason.pass };
	}
}

function nameOf(interns: Interns, reviewerId: string): string {
	return toPerson((interns.get(reviewerId) ?? missing('enrolment')).person).shortName;
}

function tenths(points: number): number {
	return Math.round(points * 10) / 10;
}

/** For the page of one work: what its closed reviews give by the rule, and beside it what informs. */
export async function judgedWork(
	db: Database | Tx,
	scale: Scale,
	{ id, cohortId }: WorkRow,
	now: Date,
	interns: Interns,
	examples: ExampleMarks[]
): Promise<contract.FinalWork['judged']> {
	const standings = await standingsOf(db, scale.rules, await worksOf(db, cohortId), now);
	const own = standings.find(({ work }) => work.id === id);
	if (!own?.reviewsClosed || own.peer.sums.length === 0) return null;

	const advised: Advised<contract.PeerFigures, contract.Advice> = {
		result: toPeerFigures(own.peer),
		advice: advicesOf(scale, standings, interns, examples).get(id) ?? null
	};
	return { ...advised, moderationSpread: scale.rules.moderationSpread };
}
