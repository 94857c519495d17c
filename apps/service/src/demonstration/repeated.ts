import { occasionOf } from '@stazhirovka/domain/diagnostics';
import type { Answer, FieldValue } from '@stazhirovka/domain/forms';
import type { ItemKey } from '@stazhirovka/domain/programmes';
import { enterEnrolment } from '../capabilities/cohorts/index.ts';
import { beginDiagnosis } from '../capabilities/diagnostics/attempts/commands/begin-diagnosis.ts';
import { setDiagnosisRules } from '../capabilities/diagnostics/attempts/commands/set-rules.ts';
import { finishDiagnosis } from '../capabilities/diagnostics/commands/finish-diagnosis.ts';
import { loadProgramme } from '../capabilities/programmes/index.ts';
import type { Stage } from './stage.ts';

const [ALLOWED, REPEATED] = [22, 20];
const RULES = { minutes: null, attempts: 1, counts: 'last', randomOrder: false, exit: true } as const;

/** The same diagnosis at the end: the cohort allows it, and everybody knows more than at the beginning. */
export async function repeat(stage: Stage): Promise<void> {
	await setDiagnosisRules(stage.leader(ALLOWED), { id: stage.cohortId, ...RULES });
	for (const { enrolmentId: id, level, at } of stage.authors) {
		const ctx = at(REPEATED);
		const { programmeVersionId } = await enterEnrolment(ctx.db, ctx.actor, id, 'intern');
		const { rules } = await loadProgramme(ctx.db, programmeVersionId);
		await beginDiagnosis(ctx, { id, stage: 'exit' });
		const { items, deficits } = rules.diagnostic;
		const answer = learned(items, deficits[level]);
		await finishDiagnosis(ctx, { id, occasion: occasionOf('exit', 1), revision: 0, answer });
	}
}

/** Right everywhere but in the deficit that stays. */
function learned(items: readonly ItemKey[], stays: string | undefined): Answer {
	return Object.fromEntries(items.map((item) => [item.key, valueOf(item, item.deficit !== stays)]));
}

function valueOf(item: ItemKey, right: boolean): FieldValue {
	switch (item.type) {
		case 'single_choice':
			return right ? item.correct : undefined;
		case 'multiple_choice':
			return right ? item.correct : item.options.filter((option) => !item.correct.includes(option));
		case 'graded_choice':
			return Object.entries(item.points).toSorted(([, one], [, other]) =>
				right ? other - one : one - other
			)[0]?.[0];
		case 'ordering':
			return right ? item.order : item.order.toReversed();
		case 'scale':
			return right ? Math.max(...item.values) : Math.min(...item.values);
	}
}
