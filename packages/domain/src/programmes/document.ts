/** A programme as its author writes it and as it is imported (schema «programme.v1»). Rules are in the author's words. */
export type ProgrammeDocument = {
	schema: 'programme.v1';
	key: string;
	version: number;
	status?: string;
	title: string;
	site_key: string;
	regulation_key: string;
	programme_model?: string;
	hours_total: number;
	academic_hour_minutes: number;
	languages?: string[];
	document: { type: DocumentKind; fallback?: DocumentKind; title: string; reason?: string };
	legal_mode: string;
	audience: string[];
	direction?: string;
	summary: string;
	goal: string;
	relevance?: string;
	planned_results?: Record<string, string[]>;
	competency: {
		key: string;
		title: string;
		alignment?: { framework: string; code: string; title: string }[];
		area?: string;
	};
	privacy?: { pupil_identity?: string; pupil_code_pattern?: string; warning: string };
	child_functions?: { key: string; title: string }[];
	deficits: ProgrammeDeficit[];
	modules: ProgrammeModule[];
	forms: Record<string, ProgrammeForm>;
	diagnostic: ProgrammeDiagnostic;
	tasks: ProgrammeTask[];
	route_rules: ProgrammeRouteRules;
	exercises?: { key: string; title: string; function?: string; age?: string; time?: string; how?: string }[];
	videos?: ProgrammeVideo[];
	materials: { key: string; kind: string; title: string; file: string | null; demo?: boolean }[];
	final_work: ProgrammeFinalWork;
	rubric: ProgrammeRubric;
	survey: ProgrammeSurvey;
	completion_rules: { key: string; text: string }[];
};

export type DocumentKind = 'certificate' | 'udostoverenie_pk';

export type ProgrammeDeficit = {
	key: string;
	n: number;
	title: string;
	deficit: string;
	target: string;
	child_functions?: string[];
	area?: string;
};

export type ProgrammeModule = {
	n: number;
	key: string;
	title: string;
	hours: number;
	minutes: number;
	mode: string;
	place?: string;
	result?: string;
	topic?: ProgrammeTopic;
	activities: ProgrammeActivity[];
	minutes_source?: string;
};

/** What a regulation that tells of modules as topics asks of each: its tasks, and four kinds of results (R36). */
export type ProgrammeTopic = {
	teach?: string[];
	shape?: string[];
	develop?: string[];
	planned_results?: Record<string, string[]>;
};

export type ProgrammeActivity = {
	n: number;
	key: string;
	title: string;
	minutes: number;
	kind: string;
	work?: string[];
	forms: string[];
	outputs: string[];
	videos?: number;
	tasks_count?: number;
};

/** The shapes that a card may take; `type` says which of the optional parts are present. */
export type ProgrammeForm = {
	title: string;
	type: 'matrix' | 'table' | 'rating_grid' | 'generated' | 'checklist' | 'questions' | 'form';
	filled_by?: string;
	module?: number;
	activity?: string;
	per?: string;
	rows?: { key: string; title: string }[];
	columns?: string | { key: string; label: string; type?: string }[];
	cell?: { type: 'choice'; options: { value: number; label: string }[] };
	expert_key?: Record<string, string[]>;
	extra_fields?: ProgrammeField[];
	header_fields?: ProgrammeField[];
	fields?: ProgrammeField[];
	scoring?: { rule: string; max: number; understanding_levels: { min: number; label: string }[] };
	min_rows?: number;
	scale?: { value: number | null; label: string }[];
	indicators?: { key: string; deficit: string; text: string }[];
	comment_field?: ProgrammeField;
	rule?: string;
	min_observations?: number;
	computed?: { key: string; formula?: string; rule?: string }[];
};

export type ProgrammeField = {
	key: string;
	label: string;
	type: string;
	options?: string[];
	required?: boolean;
	min_items?: number;
};

export type ProgrammeDiagnostic = {
	key: string;
	title: string;
	minutes: number;
	items: ProgrammeItem[];
	scoring: {
		per_deficit_max: number;
		formula: string;
		levels: { key: DeficitLevel; label: string; min: number }[];
		presence: string;
		mismatch_flag: string;
		missing: string;
	};
	coverage_rule: string;
};

export type DeficitLevel = 'none' | 'partial' | 'expressed';

export type ProgrammeItem = {
	key: string;
	deficit: string;
	kind: 'knowledge' | 'case' | 'self_assessment';
	type: 'single_choice' | 'multiple_choice' | 'graded_choice' | 'ordering' | 'scale';
	stem: string;
	options?: { key: string; text: string; correct?: boolean; score?: number }[];
	elements?: { key: string; text: string }[];
	correct_order?: string[];
	scale?: { value: number; label: string }[];
	max: number;
	scoring: string;
};

export type ProgrammeTask = {
	key: string;
	sequence: number;
	title: string;
	deficits: { key: string; role: 'primary' | 'secondary' }[];
	minutes: number;
	why?: string;
	instruction: string[];
	product: string;
	self_check: { key: string; text: string }[];
	self_analysis: { key: string; text: string }[];
	materials?: string[];
	tutor_criteria?: string[];
	tryout_required: boolean;
};

export type ProgrammeRouteRules = {
	length: number;
	algorithm: string;
	weights: { expressed: number; partial: number };
	role_factor: { primary: number; secondary: number };
	steps?: string[];
	developing_set: string[];
	check?: string;
};

export type ProgrammeVideo = {
	key: string;
	n: number;
	title: string;
	deficit: string;
	look_for: string;
	duration?: string;
	status: string;
	/** A file of a site's bank by its id, or an address. */
	file: string | null;
	captions_required?: boolean;
	transcript_required?: boolean;
	/** Captions (WebVTT) by the id of their file, and the words to read: no recording is published without (X13). */
	captions?: string | null;
	transcript?: string | null;
	consent_note?: string;
};

export type ProgrammeFinalWork = {
	title: string;
	kinds: string[];
	brief: string;
	sections: {
		key: string;
		title: string;
		hint?: string;
		required?: boolean;
		fields?: string[];
		parts?: { key: string; title: string }[];
	}[];
	limits?: { min_chars_self_analysis?: number; max_files?: number; max_file_mb?: number; allowed?: string[] };
	publication?: { where: string; visible_to: string; consent_required_for_public?: boolean };
};

export type ProgrammeRubric = {
	key: string;
	title: string;
	max: number;
	criteria: { key: string; title: string; levels: { score: number; descriptor: string }[] }[];
	comment_fields?: { key: string; label: string; required: boolean; min_chars: number }[];
	process: {
		reviews_per_work: number;
		reviews_per_trainee: number;
		min_received: number;
		min_given: number;
		anonymity?: { author_visible_to_reviewers: boolean; reviewer_visible_to_author: string };
		exclude?: string[];
		deadline_days: number;
		result: string;
		pass_rule: string;
		moderation: string;
		revision?: string;
	};
};

export type ProgrammeSurvey = {
	key: string;
	title: string;
	anonymous: boolean;
	anonymity_threshold: number;
	questions: { key: string; type: 'scale5' | 'choice' | 'nps' | 'text'; text: string; options?: string[] }[];
	follow_up?: { after_days: number; questions: string[] };
};
