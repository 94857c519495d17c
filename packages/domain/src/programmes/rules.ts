import type { DeficitLevel, DocumentKind } from './document.ts';

/** What decides in a programme, read once from the author's words into data that functions can follow. */
export type ProgrammeRules = {
	diagnostic: DiagnosticRules;
	route: RouteRules;
	peer: PeerRules;
	completion: CompletionRule[];
	document: { kind: DocumentKind; fallback: DocumentKind | null; hours: number };
	selfAnalysisMinLength: number;
	understanding: UnderstandingRules | null;
};

export type DiagnosticRules = {
	/** In the programme's order. */
	deficits: string[];
	perDeficitMax: number;
	/** Highest threshold first; `min` is a share of the maximum, 0..1. */
	levels: { key: DeficitLevel; min: number }[];
	/** More unanswered items than this and no card is built. */
	maxUnanswered: number;
	/** First that holds wins. */
	flags: { label: string; when: Condition[] }[];
	items: ItemKey[];
};

export type ItemKind = 'knowledge' | 'case' | 'self_assessment';

/** `sum` of the points of these kinds compared with `value`. All conditions of a flag must hold. */
export type Condition = { sum: ItemKind[]; op: '<' | '<=' | '=' | '>=' | '>'; value: number };

/** The secret half of a diagnostic item: how an answer becomes points. Never leaves the service. */
export type ItemKey = { key: string; deficit: string; kind: ItemKind; max: number } & (
	| { type: 'single_choice'; correct: string }
	| { type: 'multiple_choice'; options: string[]; correct: string[]; oneErrorPoints: number }
	| { type: 'graded_choice'; points: Record<string, number> }
	| { type: 'ordering'; order: string[]; oneSwapPoints: number }
	| { type: 'scale'; values: number[] }
);

export type RouteRules = {
	length: number;
	weights: { expressed: number; partial: number };
	roleFactor: { primary: number; secondary: number };
	developingSet: string[];
	/** In the programme's order: ties go to the earlier deficit. */
	deficits: string[];
	tasks: { key: string; sequence: number; deficits: { key: string; role: 'primary' | 'secondary' }[] }[];
};

export type PeerRules = {
	criteria: string[];
	maxPerCriterion: number;
	reviewsPerWork: number;
	reviewsPerIntern: number;
	minReceived: number;
	minGiven: number;
	deadlineDays: number;
	excludeSameOrganisation: boolean;
	passTotal: number;
	noZeroCriterion: boolean;
	moderationSpread: number;
	moderateBelowThreshold: boolean;
	/** `null`: the programme allows no revision. */
	revisionDays: number | null;
};

export type CompletionCondition =
	| 'deficit_card_signed'
	| 'learning_route_agreed'
	| 'tasks_accepted'
	| 'effectiveness_card_posted'
	| 'final_work_published'
	| 'reviews_done'
	| 'result_passed'
	| 'survey_answered'
	| 'register_data_checked';

export type CompletionRule = { key: string; text: string; condition: CompletionCondition };

export type UnderstandingRules = {
	key: Record<string, string[]>;
	maxExtra: number;
	/** Highest first. */
	levels: { min: number; label: string }[];
};
