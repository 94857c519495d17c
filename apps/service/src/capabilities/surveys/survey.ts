import type { Survey, SurveySummary } from '@stazhirovka/contract/surveys';
import type { Database, Tx } from '@stazhirovka/db';
import { summarise } from '@stazhirovka/domain/surveys';
import type { Actor, Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort, enterEnrolment } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import { summariseFollowUp } from './follow-up.ts';
import * as store from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor'>;

/** No programme may show figures over fewer people than this (R167). */
const LEAST_ANSWERS = 5;

/** The survey of an intern: it opens when the results are announced (R120). */
export async function enterSurvey(db: Database | Tx, actor: Actor, enrolmentId: string) {
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern');
	const { forms } = await loadProgramme(db, enrolment.programmeVersionId);
	const { definition } = forms.get('survey') ?? missing('form');
	return { enrolment, definition, open: enrolment.announcedAt !== null };
}

export async function readSurvey({ db, actor }: Reading, enrolmentId: string): Promise<Survey> {
	const { definition, open } = await enterSurvey(db, actor, enrolmentId);
	const answered = await store.hasAnswered(db, enrolmentId);

	return {
		definition,
		answered,
		reason: open ? null : { code: 'survey.results_not_announced' },
		can: { answer: open && !answered }
	};
}

/** Figures over whole fives of answers, for those who run or lead the cohort. */
export async function readSummary({ db, actor }: Reading, cohortId: string): Promise<SurveySummary> {
	const cohort = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const { document, forms } = await loadProgramme(db, cohort.programmeVersionId);
	const { definition } = forms.get('survey') ?? missing('form');
	const { answered, told } = await store.answersOf(db, cohortId);
	const threshold = Math.max(LEAST_ANSWERS, document.survey.anonymity_threshold);

	return {
		...{ answered, counted: told.length, threshold, questions: summarise(definition, told, threshold) },
		followUp: await summariseFollowUp(db, cohortId, document.survey, threshold)
	};
}
