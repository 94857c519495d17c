import type { Tx } from '@stazhirovka/db';
import {
	countingAttempt,
	deficitCard,
	isFrozen,
	readOccasion,
	type DeficitCard
} from '@stazhirovka/domain/diagnostics';
import type { DiagnosticRules } from '@stazhirovka/domain/programmes';
import { isDeepStrictEqual } from 'node:util';
import type { Ctx } from '../../../shell/context.ts';
import { faulty } from '../../../shell/errors.ts';
import { record } from '../../../shell/journal.ts';
import { recountWay } from '../../cohorts/index.ts';
import * as cards from '../store.ts';
import { situationOf } from './situation.ts';

type Owner = { id: string; cohortId: string; programmeVersionId: string };
type Author = { actor: Ctx['actor'] | null; now: Ctx['now'] };

/**
 * Builds the card from the attempt that counts, in the transaction that has closed one (R90, R91). Attempts at the end
 * build none: they are compared with the card, and so counted in the cohort where it was built. Where too little was answered in every attempt there is no card.
 */
export async function settleCard(tx: Tx, author: Author, owner: Owner, occasion: string): Promise<void> {
	await recountWay(tx, owner.id);
	if (readOccasion(occasion)?.stage !== 'entry') return;
	const { programme, rules, taken } = await situationOf(tx, owner, 'entry');
	const outcomes = taken
		.filter(({ finishedAt }) => finishedAt)
		.map(({ number, answer }) => ({ number, ...outcomeOf(programme.rules.diagnostic, answer) }));
	const counting = countingAttempt(outcomes, rules);
	if (!counting?.rows) return;

	const { rows, unanswered } = counting;
	const card = await cards.lockCardOf(tx, owner.id);
	if (card && (isFrozen(card) || isDeepStrictEqual(card.rows, rows))) return;
	const built = { rows, unanswered };
	const { id } = card
		? await cards.changeCard(tx, card, { ...built, revision: card.revision + 1 })
		: await cards.insertCard(tx, { enrolmentId: owner.id, ...built, createdAt: author.now() });
	await record(tx, author, 'deficit_card.built', { id, cohortId: owner.cohortId });
}

/** Whoever sends is told when too much is unanswered: the sheet stays open. */
export function stopAtTooFew(rules: DiagnosticRules, answer: Record<string, unknown>): void {
	const card = deficitCard(rules, answer);
	if (card.built) return;
	faulty('deficit_card.too_many_unanswered', { unanswered: card.unanswered, allowed: rules.maxUnanswered });
}

function outcomeOf(rules: DiagnosticRules, answer: Record<string, unknown>) {
	const card: DeficitCard = deficitCard(rules, answer);
	return { rows: card.built ? card.rows : null, unanswered: card.unanswered };
}
