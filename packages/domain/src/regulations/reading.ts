import * as shape from '../imports/shapes.ts';
import * as profile from './profile.ts';

const { either, flag, integer, later, list, object, oneOf, optional, orNull, text } = shape;

const line = text();
const mayBe = optional(orNull(line));
const yesOrUnsaid = optional(orNull(flag));
const lines = list(line);
const someLines = optional(orNull(lines));
/** A name that becomes a part of places and of names of fields. */
const key = text(/^[^\s.]+$/u, 100);
/** «1» or «2.x.1». */
const number = either(integer(0, 10_000), text(undefined, 50));

const column: shape.Shape<profile.RegulationColumn> = object({
	key,
	label: line,
	type: oneOf(profile.COLUMN_TYPES)
});

const field: shape.Shape<profile.RegulationField> = object({
	n: number,
	key,
	label: line,
	type: oneOf(profile.FIELD_TYPES),
	required: flag,
	options: optional(lines),
	parts: optional(lines),
	columns: optional(list(column)),
	children: optional(list(later(() => field)))
});

const section: shape.Shape<profile.RegulationSection> = object({
	n: number,
	key,
	title: line,
	hint: mayBe,
	hours: optional(orNull(integer(0, 10_000))),
	fields: optional(lines),
	children: optional(list(later(() => section))),
	repeat: mayBe
});

const named: shape.Shape<profile.Named> = either(line, object({ title: mayBe, text: mayBe, subject: mayBe }));

const status: shape.Shape<profile.RegulationStatus> = object({
	granted_by: orNull(line),
	act: orNull(oneOf(profile.ACTS)),
	on_submission_of: orNull(line),
	decided_by_body: orNull(line),
	expertise: object({ required: orNull(flag), subject: mayBe, body: mayBe }),
	approves_list: yesOrUnsaid,
	term: object({
		kind: oneOf(profile.TERM_KINDS),
		text: line,
		max_months: optional(orNull(integer(-1_000_000, 1_000_000))),
		starts: mayBe,
		ends: mayBe
	}),
	application_window: object({
		kind: oneOf(profile.WINDOW_KINDS),
		act: mayBe,
		by: mayBe,
		communicated_to: mayBe
	})
});

const application = object({
	exists: flag,
	title: mayBe,
	annex: mayBe,
	fields: list(field),
	fields_source: mayBe,
	delivery: someLines
});

const programme = object({
	exists: flag,
	title: mayBe,
	annex: mayBe,
	normative: mayBe,
	sections: list(section),
	approved_by: mayBe,
	agreed_with: mayBe,
	note: mayBe
});

const plan: shape.Shape<profile.RegulationPlan> = object({
	exists: flag,
	name: line,
	annex: mayBe,
	period: oneOf(profile.PLAN_PERIODS),
	columns: list(column, { least: 1 }),
	columns_source: mayBe,
	signed_by: mayBe,
	approved: yesOrUnsaid,
	approved_by: mayBe,
	agreed_with: mayBe
});

const report: shape.Shape<profile.RegulationReport> = object({
	exists: flag,
	embedded_in_plan: yesOrUnsaid,
	title: mayBe,
	annex: mayBe,
	fields: list(field),
	fields_source: mayBe,
	frequency: mayBe,
	deadline: orNull(object({ kind: oneOf(['not_later_than']), month: integer(1, 12), day: integer(1, 31) })),
	to: mayBe,
	on_request_of: mayBe,
	note: mayBe
});

const termination = object({
	decided_by: orNull(line),
	on_submission_of: mayBe,
	act: mayBe,
	effective_from: mayBe,
	grounds: list(object({ code: oneOf(profile.GROUNDS), text: line, exceptional: yesOrUnsaid }))
});

const role: shape.Shape<profile.RegulationRole> = object({
	key,
	title: line,
	who: mayBe,
	network_rule: mayBe,
	duties: list(object({ key, text: line }))
});

/** Everything that the schema «regulation.v1» demands of a file, and the kinds of what it leaves open. */
export const PROFILE: shape.Shape<profile.RegulationProfile> = object({
	schema: oneOf(['regulation.v1']),
	key: text(/^[a-z_]+$/, 64),
	title: line,
	short_title: line,
	source: object({
		kind: mayBe,
		complete: yesOrUnsaid,
		date: mayBe,
		number: mayBe,
		issuer: mayBe,
		legal_basis: someLines
	}),
	level: oneOf(profile.LEVELS),
	territory: line,
	theme: mayBe,
	theme_fixed: yesOrUnsaid,
	site_status_name: line,
	site_abbr: mayBe,
	host: object({
		scope: oneOf(profile.HOST_SCOPES),
		organisation: mayBe,
		kinds: lines,
		eligibility: lines,
		changes_legal_form: yesOrUnsaid
	}),
	audience: lines,
	audience_context: mayBe,
	operator: object({ title: line, basis: mayBe, role: mayBe }),
	status,
	application,
	programme_structure: programme,
	plan,
	report,
	termination,
	roles: list(role, { least: 1 }),
	bodies: list(object({ key, title: line, function: line, obligatory: yesOrUnsaid })),
	network_form: object({ allowed: orNull(flag), united_by: mayBe, text: mayBe }),
	delivery_mode: object({ allowed: lines, forced: orNull(line) }),
	event_formats: lines,
	working_groups: object({ allowed: yesOrUnsaid, kind: mayBe }),
	functions: someLines,
	monitoring: list(named),
	products: list(named),
	financing: object({
		guaranteed: yesOrUnsaid,
		own_funds_only: yesOrUnsaid,
		sources: someLines,
		extra: mayBe
	}),
	privileges: someLines,
	publication: someLines,
	documents: list(named),
	defects: lines
});
