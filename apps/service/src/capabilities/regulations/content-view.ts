import type {
	RegulationContent,
	RegulationField as FieldView,
	RegulationSection as SectionView
} from '@stazhirovka/contract/regulations';
import {
	missingParts,
	type Named,
	type RegulationField,
	type RegulationProfile,
	type RegulationSection
} from '@stazhirovka/domain/regulations';

type Part<K extends keyof RegulationContent> = (profile: RegulationProfile) => RegulationContent[K];

export function toCard(profile: RegulationProfile) {
	const { kind, text, max_months, starts, ends } = profile.status.term;
	return {
		key: profile.key,
		title: profile.short_title,
		level: profile.level,
		territory: profile.territory,
		statusName: profile.site_status_name,
		operator: profile.operator.title,
		term: { kind, text, maxMonths: max_months ?? null, starts: starts ?? null, ends: ends ?? null }
	};
}

/** A profile as it is read by people: what the source does not tell is null. */
export function toContent(profile: RegulationProfile): RegulationContent {
	const { host, source } = profile;
	return {
		...toCard(profile),
		fullTitle: profile.title,
		source: {
			kind: source.kind ?? null,
			issuer: source.issuer ?? null,
			date: source.date ?? null,
			number: source.number ?? null,
			legalBasis: source.legal_basis ?? []
		},
		theme: profile.theme ?? null,
		host: {
			scope: host.scope,
			organisation: host.organisation ?? null,
			kinds: host.kinds,
			eligibility: host.eligibility
		},
		audience: profile.audience,
		operatorRole: profile.operator.role ?? null,
		status: toStatus(profile),
		application: toApplication(profile),
		programme: toProgramme(profile),
		plan: toPlan(profile),
		report: toReport(profile),
		termination: toTermination(profile),
		roles: toRoles(profile),
		bodies: profile.bodies.map(({ key, title, function: does, obligatory }) => ({
			...{ key, title, function: does },
			obligatory: obligatory ?? null
		})),
		network: {
			allowed: profile.network_form.allowed,
			unitedBy: profile.network_form.united_by ?? null,
			text: profile.network_form.text ?? null
		},
		delivery: { allowed: profile.delivery_mode.allowed, forced: profile.delivery_mode.forced },
		formats: profile.event_formats,
		workingGroups: {
			allowed: profile.working_groups.allowed ?? null,
			kind: profile.working_groups.kind ?? null
		},
		functions: profile.functions ?? [],
		monitoring: named(profile.monitoring),
		products: named(profile.products),
		financing: toFinancing(profile),
		privileges: profile.privileges ?? [],
		publication: profile.publication ?? [],
		documents: named(profile.documents),
		missing: missingParts(profile),
		defects: profile.defects
	};
}

const toStatus: Part<'status'> = ({ status }) => ({
	grantedBy: status.granted_by,
	act: status.act,
	onSubmissionOf: status.on_submission_of,
	decidedBy: status.decided_by_body,
	expertise: {
		required: status.expertise.required,
		subject: status.expertise.subject ?? null,
		body: status.expertise.body ?? null
	},
	window: {
		kind: status.application_window.kind,
		act: status.application_window.act ?? null,
		by: status.application_window.by ?? null
	}
});

const toApplication: Part<'application'> = ({ application: form }) => ({
	exists: form.exists,
	title: form.title ?? null,
	annex: form.annex ?? null,
	fields: form.fields.map(toField),
	delivery: form.delivery ?? []
});

const toProgramme: Part<'programme'> = ({ programme_structure: structure }) => ({
	exists: structure.exists,
	title: structure.title ?? null,
	annex: structure.annex ?? null,
	normative: structure.normative ?? null,
	sections: structure.sections.map(toSection),
	approvedBy: structure.approved_by ?? null,
	agreedWith: structure.agreed_with ?? null,
	note: structure.note ?? null
});

const toPlan: Part<'plan'> = ({ plan }) => ({
	exists: plan.exists,
	name: plan.name,
	annex: plan.annex ?? null,
	period: plan.period,
	columns: plan.columns.map(({ key, label, type }) => ({ key, label, type })),
	approved: plan.approved ?? null,
	approvedBy: plan.approved_by ?? null,
	agreedWith: plan.agreed_with ?? null,
	signedBy: plan.signed_by ?? null
});

const toReport: Part<'report'> = ({ report }) => ({
	exists: report.exists,
	title: report.title ?? null,
	annex: report.annex ?? null,
	fields: report.fields.map(toField),
	embeddedInPlan: report.embedded_in_plan ?? false,
	deadline: report.deadline && { month: report.deadline.month, day: report.deadline.day },
	to: report.to ?? null,
	onRequestOf: report.on_request_of ?? null,
	note: report.note ?? null
});

const toTermination: Part<'termination'> = ({ termination }) => ({
	decidedBy: termination.decided_by,
	onSubmissionOf: termination.on_submission_of ?? null,
	act: termination.act ?? null,
	effectiveFrom: termination.effective_from ?? null,
	grounds: termination.grounds.map(({ code, text, exceptional }) => ({
		...{ code, text },
		exceptional: exceptional ?? false
	}))
});

const toRoles: Part<'roles'> = ({ roles }) =>
	roles.map(({ key, title, who, duties }) => ({
		...{ key, title },
		who: who ?? null,
		duties: duties.map(({ text }) => text)
	}));

const toFinancing: Part<'financing'> = ({ financing }) => ({
	guaranteed: financing.guaranteed ?? null,
	ownFundsOnly: financing.own_funds_only ?? null,
	sources: financing.sources ?? [],
	extra: financing.extra ?? null
});

function toField({ n, key, label, type, required, ...field }: RegulationField): FieldView {
	return {
		...{ n, key, label, type, required },
		options: field.options ?? [],
		columns: (field.columns ?? []).map(({ key, label, type }) => ({ key, label, type })),
		children: (field.children ?? []).map(toField)
	};
}

function toSection({ n, key, title, hint, hours, children = [] }: RegulationSection): SectionView {
	return { n, key, title, hint: hint ?? null, hours: hours ?? null, children: children.map(toSection) };
}

function named(things: Named[]): string[] {
	return things.flatMap((thing) => {
		const words = typeof thing === 'string' ? thing : (thing.title ?? thing.text ?? thing.subject);
		return words ? [words] : [];
	});
}
