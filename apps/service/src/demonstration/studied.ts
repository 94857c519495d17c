import { markAttendance } from '../capabilities/cohorts/commands/mark-attendance.ts';
import { signDeficitCard } from '../capabilities/diagnostics/commands/sign-deficit-card.ts';
import { finishDiagnosis } from '../capabilities/diagnostics/commands/finish-diagnosis.ts';
import { readCard } from '../capabilities/diagnostics/card.ts';
import { publishFinalWork } from '../capabilities/final-works/commands/publish-final-work.ts';
import { readMyWork } from '../capabilities/final-works/reading.ts';
import { submitForm } from '../capabilities/forms/commands/submit-form.ts';
import { agreeLearningRoute } from '../capabilities/learning-routes/commands/agree-learning-route.ts';
import { proposeLearningRoute } from '../capabilities/learning-routes/commands/propose-learning-route.ts';
import { readRoute } from '../capabilities/learning-routes/route.ts';
import { decideSubmission } from '../capabilities/tasks/commands/decide-submission.ts';
import { postEffectivenessCard } from '../capabilities/tasks/commands/post-effectiveness-card.ts';
import { sendTask } from '../capabilities/tasks/commands/send-task.ts';
import { readEffectivenessCard } from '../capabilities/tasks/effectiveness.ts';
import { submissionsOf } from '../capabilities/tasks/index.ts';
import { readTask } from '../capabilities/tasks/task.ts';
import { loadProgramme } from '../capabilities/programmes/index.ts';
import { enterEnrolment } from '../capabilities/cohorts/index.ts';
import type { Author, Stage } from './stage.ts';
import { filled } from './filled.ts';

const CARDS = [
	{ key: 'correlation_card', occasion: '' },
	{ key: 'blank_plan', occasion: '' },
	{ key: 'competence_analysis_card', occasion: 'V01' }
];
const [FIRST_DAY, AGREED, STUDIED, POSTED, PUBLISHED] = [33, 31, 27, 25, 22];
const confirmed = { confirmedPrivacy: true };

/** Modules 1 and 2: the first day and its cards, the diagnosis, a route that both agreed, its tasks accepted. */
export async function learn(stage: Stage, author: Author): Promise<void> {
	const { enrolmentId: id } = author;
	const ctx = author.at(FIRST_DAY);
	await markAttendance(stage.tutor(FIRST_DAY), { id, present: true });
	const { programmeVersionId } = await enterEnrolment(ctx.db, ctx.actor, id, 'intern');
	const { forms } = await loadProgramme(ctx.db, programmeVersionId);
	const answerTo = (key: string) => filled(forms.get(key)?.definition, stage.voice(FIRST_DAY));
	for (const { key, occasion } of CARDS)
		await submitForm(ctx, { id, key, occasion, revision: 0, answer: answerTo(key), ...confirmed });
	await finishDiagnosis(ctx, { id, occasion: '', revision: 0, answer: answerTo('diagnostic') });

	const { revision } = await readCard(author.at(AGREED), id);
	await signDeficitCard(author.at(AGREED), { id, revision });
	await signDeficitCard(stage.tutor(AGREED), { id, revision });
	const planned = await readRoute(author.at(AGREED), id);
	await proposeLearningRoute(author.at(AGREED), { id, revision: planned.revision });
	const proposed = await readRoute(stage.tutor(AGREED), id);
	await agreeLearningRoute(stage.tutor(AGREED), { id, revision: proposed.revision });
	await study(stage, author);
}

async function study(stage: Stage, author: Author): Promise<void> {
	const { enrolmentId: id, measured } = author;
	const ctx = author.at(STUDIED);
	for (const { task: key } of (await readRoute(ctx, id)).items) {
		const { sheet } = await readTask(ctx, id, key);
		const answer = filled(sheet.definition, stage.voice(STUDIED));
		await sendTask(ctx, { id, key, revision: sheet.revision, answer, ...confirmed });
	}
	for (const sent of await submissionsOf(ctx.db, id))
		await decideSubmission(stage.tutor(POSTED), {
			id: sent.id,
			version: 1,
			decision: 'accepted',
			remark: null
		});
	const { sheet } = await readEffectivenessCard(author.at(POSTED), id);
	const answer = filled(sheet.definition, stage.voice(POSTED), measured);
	await postEffectivenessCard(author.at(POSTED), { id, revision: sheet.revision, answer, ...confirmed });
}

/** Every author's work on the forum. */
export async function publish(stage: Stage): Promise<void> {
	for (const author of stage.authors) await publishOne(stage, author, PUBLISHED);
}

/** The work, or its revision with what was changed in it. */
export async function publishOne(stage: Stage, author: Author, daysAgo: number, changed = {}): Promise<void> {
	const { enrolmentId: id, topic } = author;
	const { sheet } = await readMyWork(author.at(daysAgo), id);
	const passport = { passport_1: '3 класс', passport_2: 'русский язык', passport_3: topic };
	const answer = filled(sheet.definition, stage.voice(daysAgo), { ...passport, ...changed });
	await publishFinalWork(author.at(daysAgo), { id, revision: sheet.revision, answer, ...confirmed });
}
