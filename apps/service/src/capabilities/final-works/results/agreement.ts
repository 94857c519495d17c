import type { CohortAgreement } from '@stazhirovka/contract/results';
import { wholeReviews } from '@stazhirovka/domain/final-works';
import { agreementOf, modelOf, type Agreement } from '@stazhirovka/domain/peer-marks';
import { agreementWord, criterionToRewrite, fairnessOf, varianceShares } from '@stazhirovka/domain/results';
import type { Ctx } from '../../../shell/context.ts';
import { enterCohort } from '../../cohorts/index.ts';
import { loadProgramme } from '../../programmes/index.ts';
import { gradesOf } from '../advice.ts';
import { internsOf } from '../queries.ts';
import { sentReviews, standingsOf } from '../standing.ts';
import { worksOf } from '../store.ts';
import { toRubric } from '../view.ts';
import { signsOf, type Reviewed } from './signs.ts';

type Reading = Pick<Ctx, 'db' | 'actor' | 'now'>;

/** How far the reviewers of a cohort agree: it tells of the rubric, and where to look; it decides nothing. */
export async function readAgreement({ db, actor, now }: Reading, cohortId: string): Promise<CohortAgreement> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const programme = await loadProgramme(db, cohort.programmeVersionId);
	const rules = programme.rules.peer;
	const [works, interns] = await Promise.all([worksOf(db, cohortId), internsOf(db, cohortId)]);
	const standings = await standingsOf(db, rules, works, now());
	const reviewed: Reviewed[] = standings.flatMap(({ work, reviews }) =>
		wholeReviews(rules, sentReviews(reviews)).map((review) => ({ work, review }))
	);
	const { criteria } = toRubric(programme);
	const agreements = new Map(criteria.map(({ key }) => [key, agreementOf(gradesOn(reviewed, key))]));
	const grades = gradesOf(rules, standings);
	const model = modelOf({ grades, earlier: null, scale: programme.document.rubric.max });
	const organisationOf = (enrolmentId: string | undefined) =>
		(enrolmentId ? interns.get(enrolmentId)?.organisation : null) ?? null;
	const authorOf = new Map(works.map(({ id, enrolmentId }) => [id, enrolmentId]));
	const residuals = (model?.grades ?? []).flatMap(({ work, residual }) => {
		const organisation = organisationOf(authorOf.get(work));
		return organisation === null ? [] : [{ organisation, residual }];
	});
	const { shown, hidden } = fairnessOf(residuals);

	return {
		cohortId,
		reviews: reviewed.length,
		criteria: criteria.map(({ key, title }) => ({ key, title, ...toFigures(agreements.get(key)) })),
		rewrite: criterionToRewrite(agreements),
		organisations: shown,
		hidden,
		signs: signsOf(reviewed, {
			grades,
			scale: programme.document.rubric.max,
			organisationOf,
			interns
		})
	};
}

function gradesOn(reviewed: Reviewed[], criterion: string) {
	return reviewed.map(({ work, review }) => ({
		work: work.id,
		reviewer: review.reviewerId,
		value: review.scores[criterion] ?? 0
	}));
}

function toFigures(
	agreement: Agreement | undefined
): Omit<CohortAgreement['criteria'][number], 'key' | 'title'> {
	const { works, alpha, intraclass, exact, adjacent } = agreement ?? agreementOf([]);
	return {
		works,
		word: agreement ? agreementWord(agreement) : 'unknown',
		alpha: alpha.interval,
		single: intraclass?.single ?? null,
		average: intraclass?.average ?? null,
		exact,
		adjacent,
		shares: agreement ? varianceShares(agreement) : null
	};
}
