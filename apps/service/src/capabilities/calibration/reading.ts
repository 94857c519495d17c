import type { Calibration, CalibrationTry, MyCalibration } from '@stazhirovka/contract/calibration';
import type { FormSheet } from '@stazhirovka/contract/forms';
import {
	compareMarks,
	exampleAnswer,
	exampleWork,
	MOST_EXAMPLES,
	staffMarks
} from '@stazhirovka/domain/calibration';
import { titleOf } from '@stazhirovka/domain/final-works';
import type { FormDefinition } from '@stazhirovka/domain/forms';
import type { Ctx } from '../../shell/context.ts';
import { missing } from '../../shell/errors.ts';
import { enterEnrolment, toPerson } from '../cohorts/index.ts';
import { loadProgramme, type FrozenProgramme } from '../programmes/index.ts';
import { enterExample, enterExamples } from './access.ts';
import { findEarlier } from './earlier.ts';
import { studentsOf } from './queries.ts';
import { judge } from './standing.ts';
import * as store from './store.ts';

type Reading = Pick<Ctx, 'db' | 'actor'>;

/** The example to mark now, without the marks of the staff, and the tries made so far with them (R116). */
export async function readMyCalibration({ db, actor }: Reading, enrolmentId: string): Promise<MyCalibration> {
	const intern = await enterEnrolment(db, actor, enrolmentId, 'intern');
	const programme = await loadProgramme(db, intern.programmeVersionId);
	const [examples, tries, admissions] = await Promise.all([
		store.examplesOf(db, intern),
		store.triesOf(db, [intern.id]),
		store.admissionsOf(db, [intern.id])
	]);
	const standing = judge(examples, tries, admissions.has(intern.id));
	const next = standing.state === 'open' ? examples.find(({ id }) => id === standing.next) : undefined;
	const tried = await store.examplesByIds(
		db,
		tries.map(({ calibrationWorkId }) => calibrationWorkId)
	);

	return {
		state: standing.state,
		left: standing.state === 'open' ? standing.left : 0,
		example: next ? toExample(programme, next) : null,
		criteria: programme.document.rubric.criteria,
		tries: tries.toReversed().flatMap((made) => {
			const example = tried.get(made.calibrationWorkId);
			return example ? [toTry(programme, made, example)] : [];
		})
	};
}

/** What the staff of a cohort keep and see. */
export async function readCalibration({ db, actor }: Reading, cohortId: string): Promise<Calibration> {
	const { cohort, programme } = await enterExamples(db, actor, cohortId);
	const [examples, students, earlier] = await Promise.all([
		store.examplesOf(db, cohort),
		studentsOf(db, cohort.cohortId),
		findEarlier(db, cohort, programme)
	]);
	const offered = examples.length === 0 ? earlier : null;
	const ids = students.map(({ enrolmentId }) => enrolmentId);
	const [tries, admissions] = await Promise.all([store.triesOf(db, ids), store.admissionsOf(db, ids)]);

	return {
		cohortId: cohort.cohortId,
		most: MOST_EXAMPLES,
		examples: examples.map((example) => ({
			id: example.id,
			title: titleIn(programme, example),
			savedAt: example.savedAt.toISOString(),
			publishedAt: example.publishedAt?.toISOString() ?? null,
			tries: tries.filter(({ calibrationWorkId }) => calibrationWorkId === example.id).length
		})),
		interns: students.map(({ enrolmentId, tutorId, person }) => {
			const own = tries.filter((made) => made.enrolmentId === enrolmentId);
			const { state } = judge(examples, own, admissions.has(enrolmentId));
			const helps = tutorId === actor.personId || cohort.as.includes('leader');
			return {
				enrolmentId,
				person: toPerson(person),
				state,
				tries: own.map(({ deviation, passed }) => ({ deviation: Number(deviation), passed })),
				reason: admissions.get(enrolmentId) ?? null,
				can: { admit: state === 'stuck' && helps }
			};
		}),
		earlier: offered && {
			...{ version: offered.version, count: offered.examples.length, changed: offered.changed }
		},
		can: { add: examples.length < MOST_EXAMPLES, takeOver: offered?.changed.length === 0 }
	};
}

/** An example as its sheet, for the staff. */
export async function readExample({ db, actor }: Reading, params: { id: string; example: string }) {
	const { programme, example, definition } = await enterExample(db, actor, params);
	const open = example.publishedAt === null;
	return {
		id: example.id,
		title: titleIn(programme, example),
		publishedAt: example.publishedAt?.toISOString() ?? null,
		sheet: {
			definition,
			answer: example.answer as FormSheet['answer'],
			revision: example.revision,
			savedAt: example.revision > 0 ? example.savedAt.toISOString() : null,
			submittedAt: example.publishedAt?.toISOString() ?? null,
			can: { save: open, submit: open }
		}
	};
}

function workOf({ forms }: FrozenProgramme): FormDefinition {
	return (forms.get('final_work') ?? missing('form')).definition;
}

function titleIn(programme: FrozenProgramme, { answer }: store.ExampleRow): string {
	return titleOf(workOf(programme), answer);
}

function toExample(programme: FrozenProgramme, example: store.ExampleRow): MyCalibration['example'] {
	return {
		id: example.id,
		title: titleIn(programme, example),
		definition: exampleWork(workOf(programme)),
		answer: exampleAnswer(example.answer) as FormSheet['answer']
	};
}

function toTry(programme: FrozenProgramme, made: store.TryRow, example: store.ExampleRow): CalibrationTry {
	const { criteria } = programme.document.rubric;
	const staff = staffMarks(criteria, example.answer);
	const { differences } = compareMarks(criteria, made.scores, staff.scores);
	return {
		title: titleIn(programme, example),
		triedAt: made.triedAt.toISOString(),
		deviation: Number(made.deviation),
		passed: made.passed,
		criteria: criteria.map(({ key, title, levels }, at) => ({
			key,
			title,
			given: levelAt(levels, made.scores[key]),
			staff: levelAt(levels, staff.scores[key]),
			apart: differences[at]?.apart ?? 0,
			why: staff.reasons[key] ?? ''
		}))
	};
}

function levelAt(levels: { score: number; descriptor: string }[], score: number | undefined) {
	return levels.find((level) => level.score === score) ?? missing('form');
}
