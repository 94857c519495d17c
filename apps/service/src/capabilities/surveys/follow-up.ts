import type { FollowUp, SurveySummary } from '@stazhirovka/contract/surveys';
import type { Database, Tx } from '@stazhirovka/db';
import type { ProgrammeSurvey } from '@stazhirovka/domain/programmes';
import { localDay } from '@stazhirovka/domain/calendar';
import { followUpDay, followUpForm, summarise } from '@stazhirovka/domain/surveys';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment } from '../cohorts/index.ts';
import { loadProgramme } from '../programmes/index.ts';
import * as store from './follow-up-store.ts';

type Reading = Pick<Ctx, 'actor' | 'now'> & { db: Database | Tx };

/** The later survey of an intern (X26): it opens so many days after the first document. */
export async function enterFollowUp({ db, actor, now }: Reading, enrolmentId: string) {
	const enrolment = await enterEnrolment(db, actor, enrolmentId, 'intern');
	const { document } = await loadProgramme(db, enrolment.programmeVersionId);
	const definition = followUpForm(document.survey) ?? missing('form');
	const issuedOn = await store.firstIssuedOn(db, enrolmentId);
	const opensOn = issuedOn && followUpDay(issuedOn, document.survey);
	const open = opensOn !== null && opensOn <= localDay(now(), enrolment.timeZone);
	return { enrolment, definition, opensOn, open };
}

export async function readFollowUp(reading: Reading, enrolmentId: string): Promise<FollowUp> {
	const { definition, opensOn, open } = await enterFollowUp(reading, enrolmentId);
	const answered = await store.hasAnswered(reading.db, enrolmentId);
	return { definition, answered, opensOn, can: { answer: open && !answered } };
}

/** Under the same threshold as the first one: no answer is shown among fewer people (R167). */
export async function summariseFollowUp(
	db: Database,
	cohortId: string,
	survey: ProgrammeSurvey,
	threshold: number
): Promise<SurveySummary['followUp']> {
	const definition = followUpForm(survey);
	if (!definition) return null;
	const { answered, told } = await store.answersOf(db, cohortId);
	const questions = summarise(definition, told, threshold);
	const afterDays = survey.follow_up?.after_days ?? 0;
	return { answered, counted: told.length, threshold, questions, afterDays };
}
