import type { CorrectionKind } from '../execution.ts';

/** What was held on a day, as the site told it in the plan. */
export type HeldEvent = {
	id: string;
	rowId: string;
	title: string;
	format: string;
	delivery: string;
	responsible: string;
	heldOn: string;
	participants: number;
	outcome: string;
	links: readonly string[];
	/** How many files hang on it. */
	files: number;
};

type Days = { from: string | null; lastDay: string | null };

export type PlanChange = {
	id: string;
	rowId: string;
	title: string;
	kind: CorrectionKind;
	reason: string;
	on: string;
	before: Days | null;
	after: Days | null;
};

/**
 * An intern's final work as the list of projects tells it (R138); `link` only where everybody can open it, `author`
 * only while the consent stands.
 */
export type PublishedWork = {
	id: string;
	title: string;
	author: string;
	cohort: string;
	on: string;
	link: string | null;
};

export type CohortCount = { id: string; title: string; from: string; lastDay: string; interns: number };

/** Everything that is known of a period without asking anybody: what a report is filled from and compared with (R128). */
export type ReportLog = {
	events: readonly HeldEvent[];
	changes: readonly PlanChange[];
	works: readonly PublishedWork[];
	cohorts: readonly CohortCount[];
};

export const RECORD_KINDS = ['event', 'change', 'work', 'cohort', 'row'] as const;
/** A record behind a number or a line. */
export type RecordRef = { kind: (typeof RECORD_KINDS)[number]; id: string };
