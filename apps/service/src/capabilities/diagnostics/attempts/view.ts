import type { Attempt } from '@stazhirovka/contract/diagnostics';
import {
	asksToBegin,
	countingAttempt,
	deficitCard,
	total,
	type DiagnosisStage
} from '@stazhirovka/domain/diagnostics';
import type { Situation, Taken } from './situation.ts';

/** What is being written now; a first sheet without a clock is open before anything was saved in it. */
export function currentOf(
	{ rules, taken, open }: Situation,
	stage: DiagnosisStage
): { occasion: string; number: number; endsAt: Date | null; seed: string | null } | null {
	if (open) {
		const { occasion, number, endsAt, row } = open;
		return { occasion, number, endsAt, seed: row?.seed ?? null };
	}
	const free = stage === 'entry' && taken.length === 0 && !asksToBegin(rules);
	return free ? { occasion: '', number: 1, endsAt: null, seed: null } : null;
}

export function toAttempts({ programme, rules, taken }: Situation): Attempt[] {
	const { diagnostic } = programme.rules;
	const most = diagnostic.perDeficitMax * diagnostic.deficits.length;
	const outcomes = taken.map((one) => ({
		number: one.number,
		rows: rowsOf(programme.rules.diagnostic, one)
	}));
	const counting = countingAttempt(outcomes, rules);

	return taken.map(({ number, occasion, row, endsAt, finishedAt }, place) => {
		const rows = outcomes[place]?.rows ?? null;
		return {
			number,
			occasion,
			startedAt: row?.startedAt.toISOString() ?? null,
			endsAt: endsAt?.toISOString() ?? null,
			finishedAt: finishedAt?.toISOString() ?? null,
			closedBy: finishedAt ? (row?.closedBy ?? 'person') : null,
			percent: rows && Math.round((total({ rows }) * 1000) / most) / 10,
			counts: counting?.number === number
		};
	});
}

function rowsOf(rules: Situation['programme']['rules']['diagnostic'], { finishedAt, answer }: Taken) {
	const card = finishedAt ? deficitCard(rules, answer) : null;
	return card?.built ? card.rows : null;
}
