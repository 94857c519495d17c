import type { Diagnosis } from '@stazhirovka/contract/diagnostics';
import type { FormSheet } from '@stazhirovka/contract/forms';
import { inOrderOf, mayBegin, secondsLeft, type DiagnosisStage } from '@stazhirovka/domain/diagnostics';
import type { Ctx } from '../../../shell/context.ts';
import { missing } from '../../../shell/errors.ts';
import { enterEnrolment, toPerson, type EnrolmentFacts } from '../../cohorts/index.ts';
import { readSheet, sheetOf } from '../../forms/index.ts';
import { findCard } from '../store.ts';
import { closeOverdue } from './commands/close-overdue.ts';
import { isLastModuleOpen } from './last-module.ts';
import { personNamed } from './queries.ts';
import { situationOf, type Situation } from './situation.ts';
import { currentOf, toAttempts } from './view.ts';

/** The attempts of an intern for the intern and the tutor: the one that is being written, or why none may be begun. */
export async function readDiagnosis(
	ctx: Ctx,
	{ id, stage }: { id: string; stage: DiagnosisStage }
): Promise<Diagnosis> {
	const enrolment = await enterEnrolment(ctx.db, ctx.actor, id, 'intern', 'tutor');
	await closeOverdue(ctx, enrolment.id);
	const [situation, person] = await Promise.all([
		situationOf(ctx.db, enrolment, stage),
		personNamed(ctx.db, enrolment.personId)
	]);
	const { document } = situation.programme;
	const { rules, allowance } = situation;
	const isIntern = enrolment.as.includes('intern');
	const isTutor = enrolment.as.includes('tutor');
	const isLearning = enrolment.state === 'confirmed';
	const current = currentOf(situation, stage);
	const begins = await beginning(ctx, enrolment, stage, situation);

	return {
		stage,
		intern: toPerson(person ?? missing('enrolment')),
		title: document.diagnostic.title,
		items: document.diagnostic.items.length,
		rules,
		extra: allowance && {
			minutes: allowance.minutes,
			attempts: allowance.attempts,
			reason: allowance.reason
		},
		attempts: toAttempts(situation),
		current: current && {
			occasion: current.occasion,
			number: current.number,
			endsAt: current.endsAt?.toISOString() ?? null,
			secondsLeft: secondsLeft(current.endsAt, ctx.now()),
			sheet: isIntern ? await sheetAt(ctx, enrolment, situation, { ...current, isLearning }) : null
		},
		reason: begins.ok ? null : { code: begins.refusal.code },
		can: {
			begin: isIntern && isLearning && !current && begins.ok,
			allow: isTutor && isLearning,
			keyIn: isTutor && isLearning
		}
	};
}

async function beginning(
	ctx: Ctx,
	enrolment: EnrolmentFacts,
	stage: DiagnosisStage,
	{ rules, extra, taken }: Situation
) {
	const mayRepeat = stage === 'exit' && rules.exit;
	const [card, lastModuleOpen] = await Promise.all([
		findCard(ctx.db, enrolment.id),
		mayRepeat && isLastModuleOpen(ctx.db, enrolment, ctx.now())
	]);
	const attempts = taken.map(({ number, finishedAt }) => ({ number, finished: finishedAt !== null }));
	return mayBegin({ stage, rules, allowance: extra, taken: attempts, card: card ?? null, lastModuleOpen });
}

async function sheetAt(
	ctx: Ctx,
	{ id, cohortId }: EnrolmentFacts,
	{ programme }: Situation,
	{ occasion, seed, isLearning }: { occasion: string; seed: string | null; isLearning: boolean }
): Promise<FormSheet> {
	const sheet = sheetOf(programme, 'diagnostic', { cohortId, enrolmentId: id }, occasion);
	const read = await readSheet(ctx.db, sheet, { save: isLearning, submit: isLearning });
	return { ...read, definition: inOrderOf(sheet.definition, seed) };
}
