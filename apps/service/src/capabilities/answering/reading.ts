import type { Answering, OpenQuestion } from '@stazhirovka/contract/answering';
import { figuresOf } from '@stazhirovka/domain/answering';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterCohort, toPerson } from '../cohorts/index.ts';
import { openQuestions, questionsSince, type Asked, type Open } from './asked.ts';
import { namesOfPeople, termsOf, tutorsOfThreads, type Terms } from './queries.ts';

type Names = Awaited<ReturnType<typeof namesOfPeople>>;

/** Figures look back so many days. */
const DAYS = 90;
const DAY = 86_400_000;
const LONGEST_EXCERPT = 300;

/** Who waits for this tutor's word, the longest first. */
export async function readOpen({ db, actor, now }: Ctx): Promise<OpenQuestion[]> {
	const open = await openQuestions(db, { tutorId: actor.personId }, now());
	const names = await namesOfPeople(
		db,
		open.map(({ askedBy }) => askedBy)
	);
	return open.map((question) => ({
		...toWaiting(question, names),
		seq: question.seq,
		lastSeq: question.lastSeq,
		count: question.turns.length,
		text: (question.turns[0]?.text ?? '').slice(0, LONGEST_EXCERPT)
	}));
}

/** How a cohort's questions are answered: numbers and names alone, for those who run or lead it. */
export async function readAnswering(ctx: Ctx, cohortId: string): Promise<Answering> {
	const { db, actor } = ctx;
	const { as } = await enterCohort(db, actor, cohortId, 'tutor', 'leader');
	const now = ctx.now();
	const [terms, asked, open, threads] = await Promise.all([
		termsOf(db, [cohortId]),
		questionsSince(db, cohortId, new Date(now.getTime() - DAYS * DAY)),
		openQuestions(db, { cohortId }, now),
		tutorsOfThreads(db, cohortId)
	]);
	const names = await namesOfPeople(
		db,
		open.map(({ askedBy }) => askedBy)
	);
	const own = terms.get(cohortId) ?? missing('cohort');

	return {
		agreement: own.agreement,
		days: DAYS,
		figures: figures(asked, now, own),
		tutors: byTutor(asked, threads).map(({ tutor, questions }) => ({
			tutor: toPerson(tutor),
			figures: figures(questions, now, own)
		})),
		waiting: open.map((question) => toWaiting(question, names)),
		can: { agree: as.includes('leader') }
	};
}

function figures(asked: Asked[], now: Date, { agreement, timeZone }: Terms) {
	return figuresOf(asked, now, agreement, timeZone);
}

function byTutor(asked: Asked[], threads: Awaited<ReturnType<typeof tutorsOfThreads>>) {
	const tutors = new Map([...threads.values()].map((tutor) => [tutor.id, tutor]));
	return [...tutors.values()].map((tutor) => ({
		tutor,
		questions: asked.filter(({ roomId }) => threads.get(roomId)?.id === tutor.id)
	}));
}

function toWaiting({ roomId, kind, askedBy, since, terms, waiting }: Open, names: Names) {
	const { hours, answerBy, late } = waiting;
	return {
		...{ roomId, kind, hours, late },
		person: toPerson(names.get(askedBy) ?? missing('person')),
		cohort: terms.cohort,
		timeZone: terms.timeZone,
		since: since.toISOString(),
		answerBy: answerBy.toISOString()
	};
}
