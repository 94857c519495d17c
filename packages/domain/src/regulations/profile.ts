export const LEVELS = ['federal', 'regional', 'municipal'] as const;
export const HOST_SCOPES = ['open_call', 'named_organisation', 'recommended_list'] as const;
export const ACTS = ['распоряжение', 'приказ'] as const;
export const TERM_KINDS = [
	'max_duration',
	'bound_to_project',
	'bound_to_programme',
	'not_specified'
] as const;
export const WINDOW_KINDS = ['set_by_act', 'rolling', 'none'] as const;
export const PLAN_PERIODS = ['school_year', 'calendar_year', 'unbounded', 'unspecified'] as const;
export const FIELD_TYPES = [
	'text',
	'rich_text',
	'address',
	'contacts',
	'person',
	'choice',
	'programme',
	'table',
	'group',
	'link_list'
] as const;
/** Fields that need nothing else to be filled in: no options, columns or fields of their own. */
export const PLAIN_FIELD_TYPES = [
	'text',
	'rich_text',
	'address',
	'contacts',
	'person',
	'programme',
	'link_list'
] as const satisfies readonly (typeof FIELD_TYPES)[number][];
export const COLUMN_TYPES = ['number', 'text', 'dates', 'person', 'report'] as const;
export const GROUNDS = [
	'programme_term_ended',
	'project_term_ended',
	'activity_report_mismatch',
	'obstacles',
	'programme_done_early'
] as const;

export type Level = (typeof LEVELS)[number];
export type Act = (typeof ACTS)[number];
export type FieldType = (typeof FIELD_TYPES)[number];
export type ColumnType = (typeof COLUMN_TYPES)[number];

/**
 * The rule set that a training site lives under, as its source says it (schema «regulation.v1»; R1–R34). Where the
 * source is silent there is null or nothing; `missingParts` names those places. No code knows any profile by its key.
 */
export type RegulationProfile = {
	schema: 'regulation.v1';
	key: string;
	title: string;
	short_title: string;
	source: RegulationSource;
	level: Level;
	territory: string;
	theme?: string | null;
	theme_fixed?: boolean | null;
	site_status_name: string;
	site_abbr?: string | null;
	host: {
		scope: (typeof HOST_SCOPES)[number];
		organisation?: string | null;
		kinds: string[];
		eligibility: string[];
		changes_legal_form?: boolean | null;
	};
	audience: string[];
	audience_context?: string | null;
	operator: { title: string; basis?: string | null; role?: string | null };
	status: RegulationStatus;
	application: {
		exists: boolean;
		title?: string | null;
		annex?: string | null;
		fields: RegulationField[];
		fields_source?: string | null;
		delivery?: string[] | null;
	};
	programme_structure: {
		exists: boolean;
		title?: string | null;
		annex?: string | null;
		normative?: string | null;
		sections: RegulationSection[];
		approved_by?: string | null;
		agreed_with?: string | null;
		note?: string | null;
	};
	plan: RegulationPlan;
	report: RegulationReport;
	termination: {
		decided_by: string | null;
		on_submission_of?: string | null;
		act?: string | null;
		effective_from?: string | null;
		grounds: { code: (typeof GROUNDS)[number]; text: string; exceptional?: boolean | null }[];
	};
	roles: RegulationRole[];
	bodies: { key: string; title: string; function: string; obligatory?: boolean | null }[];
	network_form: { allowed: boolean | null; united_by?: string | null; text?: string | null };
	delivery_mode: { allowed: string[]; forced: string | null };
	event_formats: string[];
	working_groups: { allowed?: boolean | null; kind?: string | null };
	functions?: string[] | null;
	monitoring: Named[];
	products: Named[];
	financing: {
		guaranteed?: boolean | null;
		own_funds_only?: boolean | null;
		sources?: string[] | null;
		extra?: string | null;
	};
	privileges?: string[] | null;
	publication?: string[] | null;
	documents: Named[];
	defects: string[];
};

/** A thing that some sources name by a phrase and others describe. */
export type Named = string | { title?: string | null; text?: string | null; subject?: string | null };

export type RegulationSource = {
	kind?: string | null;
	complete?: boolean | null;
	date?: string | null;
	number?: string | null;
	issuer?: string | null;
	legal_basis?: string[] | null;
};

export type RegulationStatus = {
	granted_by: string | null;
	act: Act | null;
	on_submission_of: string | null;
	decided_by_body: string | null;
	expertise: { required: boolean | null; subject?: string | null; body?: string | null };
	approves_list?: boolean | null;
	term: RegulationTerm;
	application_window: {
		kind: (typeof WINDOW_KINDS)[number];
		act?: string | null;
		by?: string | null;
		communicated_to?: string | null;
	};
};

export type RegulationTerm = {
	kind: (typeof TERM_KINDS)[number];
	text: string;
	/** Only for `max_duration`. */
	max_months?: number | null;
	/** A month or a day: `2021-01`, `2021-01-15`. */
	starts?: string | null;
	ends?: string | null;
};

export type RegulationField = {
	n: number | string;
	key: string;
	label: string;
	type: FieldType;
	required: boolean;
	options?: string[];
	parts?: string[];
	columns?: RegulationColumn[];
	children?: RegulationField[];
};

export type RegulationSection = {
	n: number | string;
	key: string;
	title: string;
	hint?: string | null;
	hours?: number | null;
	/** Parts that each has a place of its own. */
	fields?: string[];
	children?: RegulationSection[];
	/** The child that a programme has as many times as it needs, with what comes back with it. */
	repeat?: string | null;
};

export type RegulationColumn = { key: string; label: string; type: ColumnType };

export type RegulationPlan = {
	exists: boolean;
	name: string;
	annex?: string | null;
	period: (typeof PLAN_PERIODS)[number];
	columns: RegulationColumn[];
	columns_source?: string | null;
	signed_by?: string | null;
	approved?: boolean | null;
	approved_by?: string | null;
	agreed_with?: string | null;
};

export type RegulationReport = {
	exists: boolean;
	embedded_in_plan?: boolean | null;
	title?: string | null;
	annex?: string | null;
	fields: RegulationField[];
	fields_source?: string | null;
	frequency?: string | null;
	deadline: { kind: 'not_later_than'; month: number; day: number } | null;
	to?: string | null;
	on_request_of?: string | null;
	note?: string | null;
};

export type RegulationRole = {
	key: string;
	title: string;
	who?: string | null;
	network_rule?: string | null;
	duties: { key: string; text: string }[];
};
