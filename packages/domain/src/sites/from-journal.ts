import { DECISION_KINDS, type DecisionKind } from './status.ts';
import type { SignedDecision } from './standing.ts';

/** What the journal keeps of an event; `data` is as it was written. */
export type JournalEntry = { kind: string; subjectId: string; data: Readonly<Record<string, unknown>> };

/** Kinds of the journal by which the register grows; both tell the same of a decision. */
export const REGISTER_KINDS = ['site.status_entered', 'site.status_decided'] as const;

/**
 * The decisions about every site, told by the journal alone: the register of any day can be worked out of them, and
 * must be the same as the stored one. An entry that does not tell its day of signing is known from its first day.
 */
export function registerFromJournal(entries: readonly JournalEntry[]): Map<string, SignedDecision[]> {
	const register = new Map<string, SignedDecision[]>();
	for (const { kind, subjectId, data } of entries) {
		const decision = (REGISTER_KINDS as readonly string[]).includes(kind) ? decisionIn(data) : null;
		if (decision) register.set(subjectId, [...(register.get(subjectId) ?? []), decision]);
	}
	return register;
}

function decisionIn({ kind, from, lastDay, signedOn }: JournalEntry['data']): SignedDecision | null {
	if (!isDecisionKind(kind) || typeof from !== 'string') return null;
	return { kind, from, lastDay: textOrNull(lastDay), signedOn: textOrNull(signedOn) ?? from };
}

function isDecisionKind(kind: unknown): kind is DecisionKind {
	return (DECISION_KINDS as readonly unknown[]).includes(kind);
}

function textOrNull(value: unknown): string | null {
	return typeof value === 'string' ? value : null;
}
