import { finishDiagnosis, signDeficitCard } from '@stazhirovka/contract/diagnostics';
import { agreeLearningRoute, proposeLearningRoute } from '@stazhirovka/contract/learning-routes';
import { getTask, sendTask, type Task } from '@stazhirovka/contract/tasks';
import scenario from '@stazhirovka/domain/golden/scenario-adhd.json' with { type: 'json' };
import type { Answer } from '@stazhirovka/domain/forms';
import { wholeAnswer } from './answer.ts';
import { makeIntern } from './cohort.ts';
import { makePerson } from './person.ts';
import type { Visitor } from './visitor.ts';
import type { World } from './world.ts';

/** Answers of the golden intern without deficits: every item right, every self-assessment highest. */
export const MASTERY = answersOf('t-2');

/** The golden answers of a demonstration person. */
export function answersOf(person: string): Answer {
	const trainee = scenario.trainees.find((candidate) => candidate.person === person);
	if (!trainee) throw new Error(`No golden answers of ${person}`);
	return trainee.answers;
}

/** An intern of the world and the intern's tutor, taken along the path through the API. */
export class Learner {
	readonly intern: Visitor;
	readonly tutor: Visitor;
	readonly enrolmentId: string;

	constructor(intern: Visitor, tutor: Visitor, enrolmentId: string) {
		this.intern = intern;
		this.tutor = tutor;
		this.enrolmentId = enrolmentId;
	}

	get params() {
		return { id: this.enrolmentId };
	}

	/** Hands the diagnostic in. */
	diagnose(answer: Answer = MASTERY) {
		return this.intern.must(finishDiagnosis, {
			params: this.params,
			body: { revision: 0, answer: answer as never }
		});
	}

	/** Signs the card by both: it is frozen and the route is planned. */
	async sign(revision = 1) {
		await this.intern.must(signDeficitCard, { params: this.params, body: { revision } });
		return this.tutor.must(signDeficitCard, { params: this.params, body: { revision } });
	}

	/** From the diagnostic to an agreed route. */
	async agree(answer?: Answer) {
		await this.diagnose(answer);
		await this.sign();
		await this.intern.must(proposeLearningRoute, { params: this.params, body: { revision: 1 } });
		return this.tutor.must(agreeLearningRoute, { params: this.params, body: { revision: 1 } });
	}

	task(key: string): Promise<Task> {
		return this.intern.must(getTask, { params: { ...this.params, key } });
	}

	/** Sends a whole answer, on top of what is stored. */
	async send(key: string, own: Answer = {}): Promise<Task> {
		const { sheet } = await this.task(key);
		const answer = wholeAnswer(sheet.definition, own) as never;
		return this.intern.must(sendTask, {
			params: { ...this.params, key },
			body: { revision: sheet.revision, answer }
		});
	}
}

/** An intern of the world's cohort who has not begun, so that no test meets what another one left. */
export async function newLearner(world: World, tutor = world.tutor): Promise<Learner> {
	const person = await makePerson(world.db, { surname: 'Новикова', givenName: 'Дарья' });
	const enrolment = await makeIntern(world.db, world.cohort, person, tutor);
	return new Learner(await world.as(person), await world.as(tutor), enrolment.id);
}

/** `t-1` … `t-6` of the demonstration data: the world's interns in their order. */
export async function learnerNamed(world: World, key: string): Promise<Learner> {
	const place = Number(key.replace('t-', '')) - 1;
	const [person, enrolment] = [world.interns[place], world.enrolments[place]];
	if (!person || !enrolment) throw new Error(`No such intern in the world: ${key}`);

	return new Learner(await world.as(person), await world.as(world.tutor), enrolment.id);
}
