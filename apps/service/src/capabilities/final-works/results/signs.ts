import type { CohortAgreement } from '@stazhirovka/contract/results';
import { alikeComments, favoursOf, straightLines, type Grade } from '@stazhirovka/domain/peer-marks';
import { missing } from '../../../shell/errors.ts';
import { toPerson } from '../../cohorts/index.ts';
import type { Intern } from '../queries.ts';
import type { SentRow } from '../standing.ts';
import type { WorkRow } from '../store.ts';

export type Reviewed = { work: WorkRow; review: SentRow };
type Signs = CohortAgreement['signs'];
type Beside = {
	/** The sums of the reviews, and the greatest that there may be. */
	grades: readonly Grade[];
	scale: number;
	organisationOf: (enrolmentId: string | undefined) => string | null;
	interns: ReadonlyMap<string, Intern>;
};

/** Of two reviewers the likest words are enough, and of a whole cohort so many pairs. */
const MOST_ALIKE = 20;

/** Habits that stand out of a cohort: somebody may look, nobody is judged by them. */
export function signsOf(reviewed: readonly Reviewed[], beside: Beside): Signs {
	return {
		straight: straightOf(reviewed, beside),
		alike: alikeOf(reviewed, beside),
		favours: favouring(reviewed, beside)
	};
}

function nameOf(interns: Beside['interns'], enrolmentId: string): string {
	return toPerson((interns.get(enrolmentId) ?? missing('enrolment')).person).shortName;
}

function straightOf(reviewed: readonly Reviewed[], { interns }: Beside): Signs['straight'] {
	const given = [...Map.groupBy(reviewed, ({ review }) => review.reviewerId)].map(([reviewer, rows]) => ({
		reviewer,
		scores: rows.flatMap(({ review }) => Object.values(review.scores))
	}));
	return straightLines(given).map(({ reviewer, sd, cohortSd }) => ({
		...{ sd, cohortSd },
		reviewer: nameOf(interns, reviewer)
	}));
}

/** A comment is known by its review and its question. */
function alikeOf(reviewed: readonly Reviewed[], { interns }: Beside): Signs['alike'] {
	const byReview = new Map(reviewed.map((row) => [row.review.id, row]));
	const comments = reviewed.flatMap(({ review }) =>
		Object.entries(review.comments).map(([question, text]) => ({ id: `${review.id} ${question}`, text }))
	);
	const placeOf = (id: string) => {
		const { work, review } = byReview.get(id.split(' ')[0] ?? '') ?? missing('review');
		return { reviewer: nameOf(interns, review.reviewerId), work: work.title, workId: work.id };
	};
	const found = alikeComments(comments)
		.filter(({ one, other }) => one.split(' ')[0] !== other.split(' ')[0])
		.map(({ one, other, share }) => ({ one: placeOf(one), other: placeOf(other), share }))
		.toSorted((a, b) => b.share - a.share);
	const pairs = Map.groupBy(found, ({ one, other }) => [one.reviewer, other.reviewer].toSorted().join('\n'));
	return [...pairs.values()].flatMap((alike) => alike.slice(0, 1)).slice(0, MOST_ALIKE);
}

function favouring(
	reviewed: readonly Reviewed[],
	{ grades, scale, organisationOf }: Beside
): Signs['favours'] {
	const authors = new Map(reviewed.map(({ work }) => [work.id, work.enrolmentId]));
	const between = grades.flatMap((grade) => {
		const [from, to] = [organisationOf(grade.reviewer), organisationOf(authors.get(grade.work))];
		return from !== null && to !== null ? [{ ...grade, from, to }] : [];
	});
	return favoursOf({ grades: between, earlier: null, scale })
		.filter(({ isKept }) => isKept)
		.map(({ from, to, grades: count, points }) => ({ from, to, grades: count, points }));
}
