import type { Application, ApplicationLine, Opening } from '@stazhirovka/contract/applications';
import { fullName, shortName, type PersonName } from '@stazhirovka/domain/certificates';
import { progress } from '@stazhirovka/domain/forms';
import type { RegulationProfile } from '@stazhirovka/domain/regulations';
import {
	approvalsFallen,
	bodyOf,
	fixedTheme,
	isStopped,
	mayDecline,
	movesOf,
	nextWindow,
	sheetsOf,
	stepDue,
	stepsOf,
	wayIn,
	windowOn,
	type ApplicationMove,
	type ApplicationWindow,
	type NetworkMember,
	type SheetKind
} from '@stazhirovka/domain/sites';
import type { Rules } from '../../regulations/index.ts';
import { isOpen, type ApplicationFacts } from './access.ts';
import type { LineRow } from './queries.ts';
import type { StoredSheet } from './sheets.ts';

/** What a view needs besides the application itself. */
export type Around = {
	author: PersonName & { id: string };
	members: NetworkMember[];
	titles: ReadonlyMap<string, string>;
	recommended: ReadonlySet<string>;
	sheets: ReadonlyMap<SheetKind, StoredSheet>;
	windows: readonly ApplicationWindow[];
	day: string;
	/** The site whose status is asked for once more. */
	renews: { id: string; title: string } | null;
};

/** What was decided is shown as far as it was told to who reads. */
export function toApplication(facts: ApplicationFacts, around: Around): Application {
	const application = { ...facts, ...facts.told };
	const { rules, programmeFrom: from, programmeTo: to } = application;
	const { profile } = rules;
	const { author, titles, members } = around;
	const named = (id: string) => ({ id, title: titles.get(id) ?? '—' });
	return {
		id: application.id,
		state: application.state,
		revision: application.revision,
		direct: application.direct,
		title: application.title,
		theme: application.theme,
		themeFixed: fixedTheme(profile) !== null,
		regulation: toRules(profile),
		organisation: named(application.organisationId),
		members: members.map(({ organisationId, isLead }) => ({
			organisation: named(organisationId),
			isLead,
			recommended: around.recommended.has(organisationId)
		})),
		recommendedOnly: profile.host.scope === 'recommended_list',
		network: {
			allowed: profile.network_form.allowed === true,
			unitedBy: profile.network_form.united_by ?? null,
			minutes: application.networkMinutes ?? ''
		},
		way: toWay(application),
		sheets: toSheets(application, around),
		fallen: approvalsFallen(application.programmeApproval),
		programmeDates: from && to ? { from, to } : null,
		window: toWindow(profile, around.windows, around.day),
		reason: application.reason,
		remarks: application.remarks,
		author: { id: author.id, fullName: fullName(author), shortName: shortName(author) },
		createdAt: application.createdAt.toISOString(),
		submittedAt: application.submittedAt?.toISOString() ?? null,
		decidedAt: application.decidedAt?.toISOString() ?? null,
		reviewResult: application.reviewResult,
		siteId: application.siteId,
		renews: around.renews,
		decisionWaits: application.decisionWaits,
		can: toCan(application)
	};
}

function toCan({ rules, as, direct, told }: ApplicationFacts): Application['can'] {
	const moves = movesOf(rules.profile, told);
	const may = (move: ApplicationMove, is: boolean) => is && moves.includes(move);
	const [author, keeper] = [as.includes('author'), as.includes('keeper')];
	return {
		edit: author && isOpen(told.state),
		submit: may('submit', author),
		withdraw: may('withdraw', !told.decisionWaits && (author || (keeper && direct))),
		accept: may('accept', keeper),
		return: may('return', keeper),
		decline: keeper && !direct && mayDecline(rules.profile, told)
	};
}

function toWay({ rules: { profile }, direct, told }: ApplicationFacts): Application['way'] {
	const { state } = told;
	const steps = stepsOf(profile).filter((step) => !(direct && step === 'completeness'));
	const due = stepDue(profile, state);
	const at = due === null ? -1 : steps.indexOf(due);
	const stopped = isStopped(profile, told);
	return steps.map((step, index) => ({
		step,
		by: bodyOf(profile, step),
		state: state === 'granted' || index < at ? 'done' : index === at && !stopped ? 'now' : 'later'
	}));
}

function toSheets({ rules, direct }: ApplicationFacts, { sheets }: Around): Application['sheets'] {
	return sheetsOf(rules.profile).flatMap(({ kind, definition }) => {
		const stored = sheets.get(kind);
		// A direct registration answers for the statements and fills nothing else in.
		if (!stored || (direct && kind !== 'eligibility')) return [];
		const { answered, total } = progress(definition, stored.answer);
		const savedAt = stored.savedAt?.toISOString() ?? null;
		return [{ kind, title: definition.title, answered, total, savedAt }];
	});
}

function toWindow(
	{ status }: RegulationProfile,
	windows: readonly ApplicationWindow[],
	day: string
): Application['window'] {
	if (status.application_window.kind !== 'set_by_act') return null;
	return { open: toDays(windowOn(windows, day)), next: toDays(nextWindow(windows, day)) };
}

function toDays(window: ApplicationWindow | null) {
	return window && { opensOn: window.opensOn, closesOn: window.closesOn };
}

export function toRules({
	key,
	short_title: title,
	territory,
	site_status_name: statusName
}: RegulationProfile) {
	return { key, title, territory, statusName };
}

export function toOpening({ profile }: Rules, windows: readonly ApplicationWindow[], day: string): Opening {
	return {
		...toRules(profile),
		way: wayIn(profile),
		recommendedOnly: profile.host.scope === 'recommended_list',
		theme: profile.theme ?? null,
		themeFixed: fixedTheme(profile) !== null,
		window: toWindow(profile, windows, day)
	};
}

export function toLine(row: LineRow, rules: Rules | undefined): ApplicationLine {
	const { versionId: _, reviewResult: __, createdAt, submittedAt, decidedAt, ...line } = row;
	const changedAt = decidedAt ?? submittedAt ?? createdAt;
	return {
		...line,
		regulation: { key: rules?.profile.key ?? '', title: rules?.profile.short_title ?? '' },
		due: rules && !isStopped(rules.profile, row) ? stepDue(rules.profile, row.state) : null,
		submittedAt: submittedAt?.toISOString() ?? null,
		decidedAt: decidedAt?.toISOString() ?? null,
		changedAt: changedAt.toISOString()
	};
}
